// @ts-check
/** The words around the lessons: their panel, their order, how far a person is. */
export default {
  "region.lesson": "Lesson",
  "study.place": "{id}, {track}, {at} of {count}",
  "study.previous": "Previous lesson",
  "study.next": "Next lesson",
  "study.previous.title": "Previous lesson: {title}",
  "study.next.title": "Next lesson: {title}",
  "study.look": "What to look at",
  "study.open": "Open {cell}",
  "study.show": "Show the answer",
  "study.hide": "Hide the answer",
  "study.answer": "The answer",
  "study.misconception": "What is often believed",
  "study.wrong": "Answers that go wrong, and what they tell",
  "study.notes": "Besides",
  "study.none": "This document is none of the lessons.",
  "study.opened": "opened",
  "study.solved": "solved",
  "study.tally": "{solved} solved, {opened} opened, {count} in all",
  "study.forget": "Forget my progress",
  "study.restore": "Bring my progress back",
};
