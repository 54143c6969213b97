/**
 * A list of zeros to add to. Below a few hundred numbers a list is made many times faster than a typed array, which has memory of its own outside the heap.
 */
export const zeros = (length: number): number[] => new Array<number>(length).fill(0);
