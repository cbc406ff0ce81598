package org.lindenhof.clinic.model;

import java.util.List;

/** What a patient says at first. */
public record Intake(Patient patient, String complaint, List<String> details) {
  public Intake {
    details = List.copyOf(details);
  }

  public int length() {
    return complaint.length() + details.stream().mapToInt(String::length).sum();
  }

  public Intake with(String complaint) {
    return new Intake(patient, complaint, details);
  }
}
