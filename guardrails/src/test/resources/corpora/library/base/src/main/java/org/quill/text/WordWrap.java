package org.quill.text;

import java.util.ArrayList;
import java.util.List;

/** Wraps text at a width. */
public class WordWrap {

	private final int width;
	private final String indent;

	/** Wraps at a width. */
	public WordWrap(int width) {
		this(width, "");
	}

	/** Wraps at a width and begins each line with an indent. */
	public WordWrap(int width, String indent) {
		if (width < 1) {
			throw new IllegalArgumentException("width: " + width);
		}
		this.width = width;
		this.indent = indent;
	}

	/** Returns the lines of a text. */
	public List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		StringBuffer line = new StringBuffer(indent);
		for (String word : text.split("\\s+")) {
			if (line.length() + word.length() > width && line.length() > indent.length()) {
				lines.add(rightTrim(line.toString()));
				line = new StringBuffer(indent);
			}
			line.append(word).append(' ');
		}
		if (line.length() > indent.length()) {
			lines.add(rightTrim(line.toString()));
		}
		return lines;
	}

	/** Returns the text wrapped. */
	public String wrap(String text) {
		String result = "";
		for (String line : lines(text)) {
			result += line + "\n";
		}
		return result;
	}

	private static String rightTrim(String text) {
		int end = text.length();
		while (end > 0 && text.charAt(end - 1) == ' ') {
			end--;
		}
		return text.substring(0, end);
	}

	/** How lines are aligned. */
	public enum Alignment {
		LEFT {
			@Override
			String align(String line, int width) {
				return line;
			}
		},
		RIGHT {
			@Override
			String align(String line, int width) {
				return Strings.leftPad(line, width, ' ');
			}
		},
		CENTRE {
			@Override
			String align(String line, int width) {
				int left = (width - line.length()) / 2;
				return Strings.leftPad(line, line.length() + left, ' ');
			}
		};

		abstract String align(String line, int width);
	}

	/** Returns the text wrapped and aligned. */
	public String wrap(String text, Alignment alignment) {
		List<String> aligned = new ArrayList<>();
		for (String line : lines(text)) {
			aligned.add(alignment.align(line, width));
		}
		return String.join("\n", aligned);
	}
}
