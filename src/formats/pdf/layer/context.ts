import {emptyNoteArea, enterPage, leavePage, type NoteArea, roomOn, settleNotes} from './note-area.ts';
import {PdfmakeContext} from './pdfmake.ts';
import type {Room, Seating} from './seating.ts';

/** Something that runs over pages, and wants to know where each ends: a box with its frame, a table with its header. */
export interface Spanning {
  leave(context: PageContext): void;
  enter(context: PageContext): void;
}

/** Points never promised to anyone, so that a sum of many heights rounded otherwise still fits. */
const SLACK = 0.05;

/** pdfmake's place on the page, with the room at its foot that belongs to notes. */
export class PageContext extends PdfmakeContext {
  readonly notes: NoteArea = emptyNoteArea();
  /** Outermost first. */
  readonly spanning: Spanning[] = [];
  /** Where the text of this page begins: below frames and headers that are repeated. */
  #top = 0;

  room(): Room {
    return roomOn(this.notes, this.page, this.availableHeight - SLACK);
  }

  /** Nothing stands on this page yet. */
  isAtTop(): boolean {
    return this.y <= this.#top;
  }

  /** What stands above here counts as the head of the page. */
  markTop(): void {
    this.#top = this.y;
  }

  /** Takes the height of notes from what the text may use. */
  settle(seating: Seating): void {
    settleNotes(this.notes, this.page, seating);
    this.availableHeight -= seating.notesHeight;
  }

  /** Fills what is free of this page with notes that wait. True when some are left for another page. */
  fillFoot(): boolean {
    this.availableHeight -= leavePage(this.notes, this.page, this.availableHeight - SLACK);
    return this.notes.waiting.length > 0;
  }

  override moveToNextPage(): unknown {
    for (const part of this.spanning.toReversed()) part.leave(this);
    this.fillFoot();
    return super.moveToNextPage();
  }

  override initializePage(): void {
    super.initializePage();
    this.availableHeight -= enterPage(this.notes, this.page, this.availableHeight - SLACK);
    for (const part of this.spanning) part.enter(this);
    this.markTop();
  }
}
