// Third arm, Brightwater Boatyard. Four buttons, four places, no surprises.
// If it stops: look at the belt first, then at the gear on the left motor (plywood, 6 mm, template under the foot).
#include <Servo.h>

const int PLACES = 4;
const int BUTTONS[PLACES] = {2, 3, 4, 5};

//                            bench  keel  port  starboard   (degrees)
const float SHOULDER[PLACES] = { 40,  75,   60,   60 };
const float ELBOW[PLACES]    = { 20,  95,   50,  130 };

const unsigned long TRAVEL = 2600;  // milliseconds for any movement; slower than I wanted, exactly what Ingrid wanted

Servo shoulder, elbow;
float shoulderAt = SHOULDER[0], elbowAt = ELBOW[0];

float softly(float t) {          // 0..1 in, 0..1 out, no jerk at either end
  return t * t * (3 - 2 * t);
}

void moveTo(int place) {
  float fromShoulder = shoulderAt, fromElbow = elbowAt;
  unsigned long start = millis();
  while (true) {
    float t = min(1.0f, (millis() - start) / (float)TRAVEL);
    shoulderAt = fromShoulder + (SHOULDER[place] - fromShoulder) * softly(t);
    elbowAt    = fromElbow    + (ELBOW[place]    - fromElbow)    * softly(t);
    shoulder.write(shoulderAt);
    elbow.write(elbowAt);
    if (t >= 1.0f) return;
    if (anyOtherButton(place)) return;   // a new wish stops the old one; the arm never fights you
    delay(15);
  }
}

bool anyOtherButton(int place) {
  for (int i = 0; i < PLACES; i++)
    if (i != place && digitalRead(BUTTONS[i]) == LOW) return true;
  return false;
}

void setup() {
  for (int i = 0; i < PLACES; i++) pinMode(BUTTONS[i], INPUT_PULLUP);
  shoulder.attach(9);
  elbow.attach(10);
  shoulder.write(shoulderAt);
  elbow.write(elbowAt);
}

void loop() {
  for (int i = 0; i < PLACES; i++)
    if (digitalRead(BUTTONS[i]) == LOW) moveTo(i);
}
