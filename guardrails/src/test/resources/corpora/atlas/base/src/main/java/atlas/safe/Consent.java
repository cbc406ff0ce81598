package atlas.safe;

/** Asks a traveller before money is spent. */
public interface Consent {
  boolean given(String traveller, int cents);
}
