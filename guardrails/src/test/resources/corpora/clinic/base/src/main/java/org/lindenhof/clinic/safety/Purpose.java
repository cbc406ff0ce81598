package org.lindenhof.clinic.safety;

/** What a patient's data may be used for. */
public enum Purpose {
  BOOKING,
  CONTACT,
  RECORDS,
  REFERRAL
}
