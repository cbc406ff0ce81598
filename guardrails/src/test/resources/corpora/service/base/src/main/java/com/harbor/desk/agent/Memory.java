package com.harbor.desk.agent;

import java.util.ArrayList;
import java.util.List;

/** What was answered before, the oldest forgotten first. */
final class Memory {
  private final int capacity;
  private final List<String> requests = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  Memory(int capacity) {
    this.capacity = capacity;
  }

  String recall(String request) {
    for (int i = 0; i < requests.size(); i++) {
      if (requests.get(i).equals(request)) {
        return answers.get(i);
      }
    }
    return null;
  }

  void remember(String request, String answer) {
    if (requests.size() >= capacity) {
      requests.remove(0);
      answers.remove(0);
    }
    requests.add(request);
    answers.add(answer);
  }

  int size() {
    return requests.size();
  }
}
