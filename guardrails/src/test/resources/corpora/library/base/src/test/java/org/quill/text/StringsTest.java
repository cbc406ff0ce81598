package org.quill.text;

final class StringsTest {

    public static void main(String[] args) {
        if (!Strings.reverse("abc").equals("cba")) {
            throw new AssertionError("reverse");
        }
        if (!Strings.leftPad("7", 3, '0').equals("007")) {
            throw new AssertionError("leftPad");
        }
    }
}
