/** What a click on "ask the akimat" answers; `isTold`: the answer will come by mail. */
export type AskReply = { code: 'asked' | 'known' | 'declined' | 'too_many'; isTold: boolean }
