package acme.solver;

class SolverTest {
  void finds_the_next_prime() {
    if (new Solver().next(10) != 11) {
      throw new AssertionError();
    }
  }
}
