// Temperature logger for Maya's oven. Design 4: knows how warm its own cold end is.
const int PROBE = A0;        // amplified voltage of the thermocouple
const int BOARD = A1;        // sensor taped to the cold end
const float UV_PER_DEGREE = 40.7;
const unsigned long EVERY = 10000;   // ten seconds

unsigned long last = 0;
unsigned long seconds = 0;

void setup() {
  openCard("oven.csv");
  card.println("seconds,bead,cold_end");
}

float readBoard() {
  return analogRead(BOARD) * 0.4883 - 50.0;   // degrees C
}

float readMicrovolts() {
  long sum = 0;
  for (int i = 0; i < 16; i++) {               // one reading is noise, sixteen are a number
    sum += analogRead(PROBE);
  }
  return sum / 16.0 * 19.5;
}

void loop() {
  if (millis() - last < EVERY) return;
  last += EVERY;
  seconds += 10;
  float coldEnd = readBoard();                 // the end I forgot
  float bead = coldEnd + readMicrovolts() / UV_PER_DEGREE;
  card.println(String(seconds) + "," + bead + "," + coldEnd);
}
