package org.harbor.text;

final class SplitterTest {

  public static void main(String[] args) {
    Splitter splitter = new Splitter(2);
    if (splitter.sentences("One ship. Two ships!").size() != 2) {
      throw new AssertionError("two sentences");
    }
    if (!splitter.words("The tide of Antwerp").contains("antwerp")) {
      throw new AssertionError("words");
    }
  }
}
