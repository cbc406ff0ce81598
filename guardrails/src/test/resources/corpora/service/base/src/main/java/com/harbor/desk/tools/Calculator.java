package com.harbor.desk.tools;

import java.util.ArrayDeque;
import java.util.Deque;

/** Works out sums such as {@code 1+2*3}. */
public final class Calculator implements Tool {

  @Override
  public String name() {
    return "calc";
  }

  @Override
  public String apply(String argument) {
    return String.valueOf(evaluate(argument.replaceAll(" ", "")));
  }

  private long evaluate(String text) {
    Deque<Long> numbers = new ArrayDeque<>();
    Deque<Character> operators = new ArrayDeque<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        int start = i;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
          i++;
        }
        numbers.push(Long.parseLong(text.substring(start, i)));
        continue;
      }
      while (!operators.isEmpty() && strength(operators.peek()) >= strength(c)) {
        reduce(numbers, operators.pop());
      }
      operators.push(c);
      i++;
    }
    while (!operators.isEmpty()) {
      reduce(numbers, operators.pop());
    }
    return numbers.pop();
  }

  private static void reduce(Deque<Long> numbers, char operator) {
    long right = numbers.pop();
    long left = numbers.pop();
    switch (operator) {
      case '+':
        numbers.push(left + right);
        break;
      case '-':
        numbers.push(left - right);
        break;
      case '*':
        numbers.push(left * right);
        break;
      case '/':
        numbers.push(left / right);
        break;
      default:
        throw new IllegalArgumentException("operator " + operator);
    }
  }

  private static int strength(char operator) {
    if (operator == '*' || operator == '/') {
      return 2;
    } else {
      return 1;
    }
  }
}
