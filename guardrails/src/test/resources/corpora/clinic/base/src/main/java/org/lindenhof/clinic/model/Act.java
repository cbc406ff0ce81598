package org.lindenhof.clinic.model;

/** What the assistant may do. */
public sealed interface Act {
  String label();

  record Book(String slot) implements Act {
    @Override
    public String label() {
      return "book";
    }
  }

  record Advise(Dose dose, String text) implements Act {
    @Override
    public String label() {
      return "advise";
    }
  }

  record ShowRecords(int limit) implements Act {
    @Override
    public String label() {
      return "records";
    }
  }

  record HandOver(Urgency urgency) implements Act {
    @Override
    public String label() {
      return "handover";
    }
  }
}
