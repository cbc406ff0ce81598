// Counts and adds the primes up to a number. It does the same work twice, to be found out.
const readline = require("readline");

function primes(limit) {
  const found = [];
  for (let number = 2; number <= limit; number++) {
    if (found.every((prime) => prime * prime > number || number % prime !== 0)) {
      found.push(number);
    }
  }
  return found;
}

function say(message) {
  process.stdout.write(JSON.stringify(message) + "\n");
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const request = JSON.parse(line);
  const limit = Number(request.input);
  say({ trace: "primes up to " + limit });
  const count = primes(limit).length;
  say({ trace: "primes up to " + limit });
  const total = primes(limit).reduce((sum, prime) => sum + prime, 0);
  say({ id: request.id, answer: count + " " + total });
});
