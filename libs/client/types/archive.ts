// Made of the document of OpenAPI of the archive by `npm run openapi`: do not edit.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["readLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can do its work: each check, and 503 where one that it needs is not ok */
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed after a position, oldest first, in pages: the same events as in the stream
         * @description Without `since` from the beginning. `position` of the last page is where to go on later; that of `/v1/stories` is where to begin.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was corrected, retracted, withdrawn, killed and reinstated, newest first */
        get: operations["listAllCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as an Atom feed */
        get: operations["feedCorrectionsAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections.jsonfeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a JSON Feed */
        get: operations["feedCorrectionsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dump": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole public log, or all of it after a position: a CloudEvent a line
         * @description One address takes two at once. What is not taken for a minute is cut: ask for the rest by `since`.
         */
        get: operations["dumpChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a party asserted, confirmed and denied as of a moment, and how it turned out */
        get: operations["readParty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stories as of a moment, the newest development first; a search finds them as they were then
         * @description All that is given must hold at the moment. Without `asOf` it is what is known now.
         */
        get: operations["listStories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stories as of a moment, as an Atom feed */
        get: operations["feedStoriesAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories.jsonfeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stories as of a moment, as a JSON Feed */
        get: operations["feedStoriesJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of a story: as recorded by `asOf`, of what was true at `validAt`
         * @description Bounded whatever the history: each of its lists says how long it is, and where the rest of it is. With `asOf` the answer is a memento (RFC 7089) and names the revision that it shows. Other forms are given by `Accept`, or by a suffix of the address: `.ninjs`, `.jsonld`, `.atom`, `.jsonfeed`, `.prov`, and `.json` for our own.
         */
        get: operations["readStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/archive/{archive}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An archive document of a story’s feed (RFC 5005): a hundred of its revisions */
        get: operations["readFeedArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two moments */
        get: operations["readStoryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The claims: first those that the newsroom judged, then those of key developments, then the others
         * @description Without a choice all of them. Of a story of more than 5,000 claims a page of chosen ones looks at 5,000 at most: it may be shorter than `limit`, and goes on at `next`.
         */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/claims.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every claim as of a moment, as a table */
        get: operations["tabulateClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/claims/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim with the history of its status, and the reasons */
        get: operations["readClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/claims/{claim}/assertions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every assertion about a claim, oldest first, and whether it is in force */
        get: operations["listAssertions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The corrections, newest first */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/developments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The timeline, newest first
         * @description With `validAt` those whose time (`occurred`, else `reportedAt`, else when they were recorded) had begun by then, also where it is over: the timeline up to that moment of the world. What held at it is in the claims.
         */
        get: operations["listDevelopments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/developments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every development as of a moment, as a table */
        get: operations["tabulateDevelopments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/developments/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The number of developments, by kind and by day, newest first */
        get: operations["countDevelopments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is not known: the questions raised, and what answered them */
        get: operations["listQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A fixed state of a story, by its revision
         * @description Other forms are given by `Accept`, or by a suffix of the address: `.ninjs`, `.jsonld`, `.atom`, `.jsonfeed`, `.prov`, and `.json` for our own.
         */
        get: operations["readRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes in a story, as server-sent events
         * @description Without a position it begins with what is to come. Read the state of a change with its `data.position` as `Dateline-Position`: caches, that of the browser too, may have the former one. A `reset` event says that what the reader has may hold what was withdrawn since: then it reads the states anew.
         */
        get: operations["followStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/timegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for a story, by a short address */
        get: operations["readTimeGateOfStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for a story, by a short address */
        get: operations["readTimeMapOfStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/variables/{variable}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values of a variable over time, a series for each origin; with `validAt` those in force then */
        get: operations["readVariable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that changes, as server-sent events
         * @description Without a position it begins with what is to come. Read the state of a change with its `data.position` as `Dateline-Position`: caches, that of the browser too, may have the former one. A `reset` event says that what the reader has may hold what was withdrawn since: then it reads the states anew.
         */
        get: operations["followChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timegate/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state at a story’s address as of Accept-Datetime (RFC 7089) */
        get: operations["readTimeGate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timemap/link/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every fixed state at a story’s address (RFC 7089) */
        get: operations["readTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: uri-reference
         * @description An address of this server.
         */
        Address: string;
        /** @description One origin’s stance towards one claim, made in one development. */
        Assertion: {
            /** @description Further chains on which it rests. */
            also?: components["schemas"]["Chain"][];
            chain: components["schemas"]["Chain"];
            development: components["schemas"]["Uuid"];
            id: components["schemas"]["Uuid"];
            origin: components["schemas"]["Origin"];
            recordedAt: components["schemas"]["Instant"];
            /** @description Who retracted the development that made it. */
            retracted: ("us" | "outlet") | null;
            /** @enum {string} */
            stance: "asserts" | "confirms" | "denies" | "deniesNovelty" | "declinesComment" | "noKnowledge" | "qualifies" | "takesBack";
            standing: components["schemas"]["Standing"];
            /** @description Whether it still counts: it was not withdrawn, retracted or given up. */
            stands: boolean;
            /** @description Who took it back. */
            withdrawn: ("us" | "origin") | null;
        };
        /** @description Assertions about a claim. */
        Assertions: {
            items: components["schemas"]["Assertion"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description An Atom feed (RFC 4287), with tombstones (RFC 6721) and archives (RFC 5005). */
        Atom: string;
        /**
         * @description The first and the last millisecond of a time of the world, with the days of the newsroom’s zone; an end that is open is null.
         * @example {
         *       "from": "2016-11-28T00:00:00.000Z",
         *       "to": "2016-12-01T23:59:59.999Z"
         *     }
         */
        Bounds: {
            from: components["schemas"]["Instant"] | null;
            to: components["schemas"]["Instant"] | null;
        };
        /** @description A chain of attribution: the outermost outlet first, the origin last. */
        Chain: components["schemas"]["Link"][];
        /** @description One public event, and what became different by it. */
        Change: {
            changes: components["schemas"]["Difference"][];
            id: components["schemas"]["Uuid"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            position: components["schemas"]["Position"];
            recordedAt: components["schemas"]["Instant"];
            revision: components["schemas"]["Revision"];
            significance: components["schemas"]["Significance"];
            story: {
                id: components["schemas"]["Uuid"];
                slug: components["schemas"]["Slug"];
            };
            time: components["schemas"]["Instant"];
            /** @description `ConfirmationRecorded`, `StoryKilled`, … */
            type: string;
            /** @description Whether more became different than `changes` tells: then read the state anew. */
            whole: boolean;
        };
        ChangedClaim: {
            /** @description What it said, where that was corrected. */
            content: {
                was: {
                    /** @description Who may decide, any one of them; null where it is no decision. */
                    decidedBy: components["schemas"]["Decider"][] | null;
                    figure: components["schemas"]["Figure"] | null;
                    id: components["schemas"]["Slug"];
                    /** @enum {string} */
                    kind: "proposition" | "territory" | "figure" | "decision";
                    languages?: components["schemas"]["Languages"];
                    occurred: components["schemas"]["Edtf"] | null;
                    occurredBounds: components["schemas"]["Bounds"] | null;
                    place: components["schemas"]["Place"] | null;
                    territory: components["schemas"]["Territory"] | null;
                    text: components["schemas"]["Text"];
                };
            } | null;
            /** @description Who may decide, any one of them; null where it is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            figure: components["schemas"]["Figure"] | null;
            id: components["schemas"]["Slug"];
            is: components["schemas"]["StatusThen"];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            languages?: components["schemas"]["Languages"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
            /** @description Null for a new claim. */
            was: components["schemas"]["StatusThen"] | null;
        };
        ChangedFigure: {
            figure: components["schemas"]["Figure"] | null;
            flags: components["schemas"]["Flag"][];
            id: components["schemas"]["Slug"];
            status: components["schemas"]["ClaimStatus"];
            territory: components["schemas"]["Territory"] | null;
        };
        /** @description What changed, oldest first. */
        ChangesPage: {
            items: components["schemas"]["CloudEvent"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description Seconds after which it is worth asking again. */
            poll: number;
            /** @description From where to go on. */
            position: components["schemas"]["Position"] | null;
        };
        /** @description One thing on which readiness depends. */
        Check: {
            /** @description For an operator. */
            detail: string;
            /** @description Which check. */
            name: string;
            /** @description Whether it passes. */
            ok: boolean;
        };
        /** @description Claims: those that the newsroom judged first, then those that a key development names, then all others; in each of these the one that changed last comes first. */
        ChosenClaims: {
            items: components["schemas"]["Claim"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are; null where some were chosen of a story of more than 5,000 claims. */
            total: number | null;
        };
        /** @description One checkable proposition, where it stands, and by whose word: the newest five assertions that stand. */
        Claim: {
            assertions: components["schemas"]["Assertions"];
            /**
             * @description Of how many sides those responsible support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements that decided: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether anybody says otherwise.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            /** @description Who may decide, any one of them; null where it is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            explanation: components["schemas"]["Text"];
            figure: components["schemas"]["Figure"] | null;
            flags: components["schemas"]["Flag"][];
            id: components["schemas"]["Slug"];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            languages?: components["schemas"]["Languages"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            revision: components["schemas"]["Revision"];
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            /**
             * @description How many origins support it, and whether two are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        /** @description What one claim is to another. It never moves a status; `supersedes`, `restates` and `annuls` take the other out of force. */
        ClaimLink: {
            from: components["schemas"]["Slug"];
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            relation: "same" | "narrows" | "broadens" | "contradicts" | "supersedes" | "restates" | "annuls";
            to: components["schemas"]["Slug"];
        };
        /** @description One claim whole, with the history of its status. */
        ClaimPage: {
            assertions: components["schemas"]["Assertions"];
            /**
             * @description Of how many sides those responsible support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements that decided: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether anybody says otherwise.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            /** @description Whether what it says was corrected. */
            corrected: boolean;
            /** @description Who may decide, any one of them; null where it is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            explanation: components["schemas"]["Text"];
            figure: components["schemas"]["Figure"] | null;
            flags: components["schemas"]["Flag"][];
            /** @description Its statuses, oldest first: the newest hundred. */
            history: components["schemas"]["StatusThen"][];
            id: components["schemas"]["Slug"];
            identifiedBy: components["schemas"]["Uuid"];
            /** @description Those that were not revoked, oldest first: the last one stands. */
            judgements: components["schemas"]["Judgement"][];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            languages?: components["schemas"]["Languages"];
            links: components["schemas"]["ClaimLink"][];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            recordedAt: components["schemas"]["Instant"];
            revision: components["schemas"]["Revision"];
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            /**
             * @description How many origins support it, and whether two are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        /** @description Claims: those that the newsroom judged first, then those that a key development names, then all others; in each of these the one that changed last comes first. */
        Claims: {
            items: components["schemas"]["Claim"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in all. */
            total: number;
        };
        /**
         * @description The total of the assertions that stand: a function of the origins that made them.
         * @enum {string}
         */
        ClaimStatus: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
        /** @description One public event as CloudEvents 1.0 has it: `time` is the occurrence, `recordedtime` the record. */
        CloudEvent: {
            data: {
                changes: components["schemas"]["Difference"][];
                occurred: components["schemas"]["Edtf"] | null;
                occurredBounds: components["schemas"]["Bounds"] | null;
                position: components["schemas"]["Position"];
                /** @description What a cache must forget. */
                purge: {
                    /** @description What addresses begin with. */
                    prefixes: string[];
                    /** @description Surrogate keys. */
                    tags: string[];
                    /** @description Addresses. */
                    urls: string[];
                };
                recordedAt: components["schemas"]["Instant"];
                revision: components["schemas"]["Revision"];
                significance: components["schemas"]["Significance"];
                story: {
                    id: components["schemas"]["Uuid"];
                    slug: components["schemas"]["Slug"];
                };
                /** @description Whether more became different than `changes` tells: then read the state anew. */
                whole: boolean;
            };
            /** @constant */
            datacontenttype: "application/json";
            id: components["schemas"]["Uuid"];
            partitionkey: components["schemas"]["Uuid"];
            recordedtime: components["schemas"]["Instant"];
            /** @description The position, padded so that strings compare as numbers do. */
            sequence: string;
            /**
             * Format: uri
             * @description The story.
             */
            source: string;
            /** @constant */
            specversion: "1.0";
            subject: components["schemas"]["Slug"];
            time: components["schemas"]["Instant"];
            /** @description `dateline.` and the event. */
            type: string;
        };
        /**
         * @description How the number is meant: `~` is about.
         * @enum {string}
         */
        Comparator: "=" | "~" | ">" | ">=" | "<" | "<=";
        /** @description A development, a claim, or the headline or lede, of which one was corrected with others. */
        CorrectedPart: {
            changes: components["schemas"]["FieldChange"][];
            claim?: components["schemas"]["Slug"];
            development?: components["schemas"]["Uuid"];
            /** @enum {string} */
            heading?: "headline" | "lede";
        };
        /** @description A correction of a development, of a claim, or of several `parts`; a verdict that changed; or a removal. */
        Correction: {
            at: components["schemas"]["Instant"];
            /** @description None of a removal, nor where `parts` have them. */
            changes: components["schemas"]["FieldChange"][];
            claim?: components["schemas"]["Slug"];
            /**
             * @description We had a fact wrong; our wording could mislead; a slip; something was removed from the past.
             * @enum {string}
             */
            class: "correction" | "clarification" | "refile" | "removal";
            development?: components["schemas"]["Uuid"];
            /**
             * @description Why something was removed; of a removal only.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            id: components["schemas"]["Uuid"];
            /** @description Of the notice. */
            languages?: components["schemas"]["Languages"];
            /** @description What was wrong, for readers. */
            notice: components["schemas"]["Text"] | null;
            /** @description Of one mistake that was corrected in several places: each of them. */
            parts?: components["schemas"]["CorrectedPart"][];
            revision: components["schemas"]["Revision"];
        };
        /** @description Corrections, newest first. */
        Corrections: {
            items: components["schemas"]["Correction"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description What was put right in all stories, newest first. */
        CorrectionsRecord: {
            asOf: components["schemas"]["Instant"] | null;
            items: components["schemas"]["Change"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
        };
        /** @description A party that may decide. */
        Decider: {
            id: components["schemas"]["Slug"];
            /** @description As it was described when the claim named it. */
            name: string;
            type: components["schemas"]["PartyType"];
        };
        /** @description One recorded act of coverage: one entry of the timeline. What is withheld has its notice and no content. */
        Development: {
            /** @description The questions that it answers. */
            answers: components["schemas"]["Slug"][];
            assertions: components["schemas"]["Stance"][];
            attribution: components["schemas"]["Chain"][];
            /** @description The claims that it names. */
            claims: components["schemas"]["Slug"][];
            /** @description How often it was corrected. */
            corrections: number;
            evidence: components["schemas"]["Evidence"][];
            id: components["schemas"]["Uuid"];
            /** @description When it was taken over from elsewhere; null for what was recorded here. */
            imported: components["schemas"]["Instant"] | null;
            kind: components["schemas"]["Kind"];
            languages?: components["schemas"]["Languages"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            /** @description The questions that it raises. */
            raises: {
                id: components["schemas"]["Slug"];
                languages?: components["schemas"]["Languages"];
                text: components["schemas"]["Text"];
            }[];
            recordedAt: components["schemas"]["Instant"];
            /** @description When the source published it. */
            reportedAt: components["schemas"]["Edtf"] | null;
            reportedAtBounds: components["schemas"]["Bounds"] | null;
            /** @description By whom and when it was retracted. */
            retracted: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                by: "us" | "outlet";
            } | null;
            revision: components["schemas"]["Revision"];
            significance: components["schemas"]["Significance"];
            text: components["schemas"]["Text"];
            /** @description When what is shown of it last became another: corrected, retracted, withheld or given back. */
            updatedAt: components["schemas"]["Instant"];
            withheld: components["schemas"]["Notice"] | null;
        };
        /** @description How many developments there are, by kind and by day. */
        DevelopmentCounts: {
            /** @description Days on which any was recorded, newest first. */
            items: {
                /** @description On which they were recorded, in the newsroom’s zone. */
                day: string;
                kinds: components["schemas"]["KindCounts"];
                /** @description How many were recorded on it. */
                total: number;
            }[];
            /** @description How many of them are key ones. */
            key: number;
            kinds: components["schemas"]["KindCounts"];
            /** @description Where earlier days are; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many developments there are. */
            total: number;
        };
        /** @description Developments, newest first. */
        Developments: {
            items: components["schemas"]["Development"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A member of the state that is another after an event. */
        Difference: {
            /** @description Null where it is there no more. */
            is: unknown;
            /**
             * Format: json-pointer
             * @description A JSON Pointer into the state, with lists by id: `/claims/talks/status`.
             */
            path: string;
            /** @description Null where it was not there. */
            was: unknown;
            /**
             * @description A correction says that it changed, and not from what: `was` is null then.
             * @constant
             */
            withheld?: true;
        };
        DocumentLink: {
            /** @description Something written or recorded. */
            document: {
                /**
                 * @description Whether it is what it is said to be: `verified` by this newsroom.
                 * @enum {string}
                 */
                authenticity: "unverified" | "verified" | "disputed";
                /** @description What date it bears. */
                date: components["schemas"]["Edtf"] | null;
                /** @description Who issued it, or published it. */
                issuer: {
                    /** @description What it is called. */
                    name: string;
                    party?: components["schemas"]["Slug"];
                    type?: components["schemas"]["PartyType"];
                } | null;
                /**
                 * @description A document of any medium but text is a recording.
                 * @enum {string}
                 */
                medium: "text" | "audio" | "video" | "picture";
                origin: components["schemas"]["Uuid"];
                /** @description Where it was seen, in words or an address; null where that is not public. */
                seen: string | null;
                /** @description Of the copy that was seen; likewise. */
                sha256: string | null;
                title: components["schemas"]["Text"];
            };
            standing?: components["schemas"]["Standing"];
        };
        /**
         * @description When it was so in the world: EDTF (ISO 8601-2), which may be imprecise, an interval, or open.
         * @example 2016-11-28/2016-12-01
         */
        Edtf: string;
        Evidence: {
            /** @description Whether readers see it. */
            public: boolean;
            /** @description Of the bytes at the address. */
            sha256: string | null;
            /**
             * Format: uri
             * @description Where it is.
             */
            url: string;
        };
        /** @description What a field was and is; where it is withheld, only that it changed. */
        FieldChange: {
            /** @description Which field; of a heading `headline` or `lede`; `verdict` where this newsroom judged a claim otherwise, or its judgement was revoked. */
            field: string;
            /** @description As it is written in a development or a claim; null where no verdict stands any more. */
            is: unknown;
            /** @description As it is written in a development or a claim. */
            was: unknown;
        } | {
            /** @description Which field. */
            field: string;
            /** @constant */
            withheld: true;
        };
        /** @description How many of what. */
        Figure: {
            comparator: components["schemas"]["Comparator"];
            /** @description How many. */
            count: number | null;
            /** @description Of what it is a share. */
            denominator: string | null;
            /** @description At most. */
            high: number | null;
            /** @description At least. */
            low: number | null;
            /** @description Of whom. */
            of: string | null;
            /** @description In what time. */
            period: string | null;
            /** @description In what. */
            unit: string | null;
            variable: components["schemas"]["Slug"];
            /** @description What is counted. */
            what: string;
        };
        /** @description One thing that is wrong in a request. */
        Finding: {
            /** @description What is wrong there. */
            detail: string;
            /** @description Which parameter of the path or query. */
            parameter?: string;
            /**
             * Format: json-pointer
             * @description Where in the body: a JSON Pointer (RFC 6901).
             */
            pointer?: string;
        };
        /** @description Told beside the status, which it does not move. */
        Flag: {
            /** @description Claims that take this one out of force, or contradict it, by an editor’s word. */
            by?: components["schemas"]["Slug"][];
            /** @enum {string} */
            flag: "anonymous-only" | "document-unverified" | "document-disputed" | "same-side" | "novelty-contested" | "no-comment" | "no-knowledge" | "qualified" | "taken-back" | "superseded" | "restated" | "annulled" | "contradicted" | "corrected";
            /** @description Parties, or the origin ids of other sources. */
            who?: string[];
        };
        /** @description Stories as of a moment, the one with the newest development first, or in the order of `sort`. */
        FrontPage: {
            asOf: components["schemas"]["Instant"] | null;
            items: components["schemas"]["FrontPageStory"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description From where to follow what changes after this: of the first page of what is known now; null of others. */
            position: components["schemas"]["Position"] | null;
            /** @description Null where more than 1,000 have each of what is asked for, or are in the archive: they are not counted for a page of them. */
            total: number | null;
        };
        FrontPageStory: {
            /** @description How many claims it has. */
            claims: number;
            /** @description How many developments it has. */
            developments: number;
            headline: components["schemas"]["Text"];
            id: components["schemas"]["Uuid"];
            /** @description In which it is first told: BCP 47. */
            language: string;
            /** @description Of the headline and lede; there where there is something to know. */
            languages?: {
                headline?: components["schemas"]["Languages"];
                lede?: components["schemas"]["Languages"];
            };
            lede: components["schemas"]["Text"] | null;
            /** @description Names of parties, sides, sources, places and units in other languages; there where there are any. */
            names?: {
                /** @description As it stands in the story. */
                name: string;
                text: components["schemas"]["Text"];
            }[];
            /** @description Its newest development. */
            newest: {
                id: components["schemas"]["Uuid"];
                kind: components["schemas"]["Kind"];
                recordedAt: components["schemas"]["Instant"];
                text: components["schemas"]["Text"];
            } | null;
            notice: components["schemas"]["Notice"] | null;
            openedAt: components["schemas"]["Instant"];
            places: components["schemas"]["Place"][];
            slug: components["schemas"]["Slug"];
            /** @description Where it has the words of `q`; null without `q`, and where they are found in no text that is looked at. */
            snippet: components["schemas"]["Snippet"] | null;
            status: components["schemas"]["StoryStatus"];
            /** @description What editors pinned: what is known, in short. */
            summary: components["schemas"]["Summary"] | null;
            /** @description IPTC Media Topics. */
            topics: string[];
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * Format: date-time
         * @description A moment: RFC 3339 in UTC, with milliseconds.
         * @example 2016-12-01T10:30:00.000Z
         */
        Instant: string;
        /** @description A JSON Feed, version 1.1. */
        JsonFeed: {
            items: unknown;
            title: unknown;
            version: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description A LiveBlogPosting of schema.org, as JSON-LD. */
        JsonLd: {
            "@context": unknown;
            "@type": unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description An editor’s own finding. */
        Judgement: {
            id: components["schemas"]["Uuid"];
            /** @description How it was found; null where that is not public. */
            method: string | null;
            recordedAt: components["schemas"]["Instant"];
            /**
             * @description What was found: from true to false; `unproven` where it is neither.
             * @enum {string}
             */
            verdict: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven";
        };
        /**
         * @description What kind of development it is.
         * @enum {string}
         */
        Kind: "report" | "statement" | "confirmation" | "denial" | "noveltyDenial" | "noComment" | "noKnowledge" | "territorialGain" | "figure";
        /**
         * @description How many there are of each kind; one of which there are none is left out.
         * @example {
         *       "report": 3,
         *       "denial": 1
         *     }
         */
        KindCounts: {
            [key: string]: number;
        };
        /**
         * @description What is to be known of the words in some languages: BCP 47 tag to note. A language that is not in it has the words that were recorded, or corrected.
         * @example {
         *       "fr": {
         *         "translated": true,
         *         "toCheck": false
         *       }
         *     }
         */
        Languages: {
            [key: string]: {
                /** @description Another language of them was corrected since, and this one was not. */
                toCheck: boolean;
                /** @description The words were translated from the others after those had been recorded. */
                translated: boolean;
            };
        };
        Link: components["schemas"]["PartyLink"] | components["schemas"]["UnnamedLink"] | components["schemas"]["DocumentLink"] | components["schemas"]["RumourLink"];
        Liveness: {
            /** @enum {string} */
            status: "live";
        };
        /** @description News in JSON, IPTC’s ninjs 3.1. */
        Ninjs: {
            uri: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description What stays where something was killed or taken down. */
        Notice: {
            at: components["schemas"]["Instant"];
            /** @description Who demanded it. */
            authority: string | null;
            /**
             * @description Why.
             * @enum {string}
             */
            grounds: "wrong" | "safety" | "legal" | "privacy";
            /**
             * @description Withdrawn by the newsroom, or as somebody demanded.
             * @enum {string}
             */
            how: "killed" | "takenDown";
            languages?: components["schemas"]["Languages"];
            notice: components["schemas"]["Text"];
        };
        /**
         * @description Who knows: a party’s name, the id of an unnamed source, a document or a rumour, or `unknown:` and the outlet behind which it is.
         * @example moscow
         * @example unknown:our-newsroom
         */
        Origin: string;
        PartyClaim: {
            claim: components["schemas"]["Slug"];
            /** @description Who may decide, any one of them; null where it is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            figure: components["schemas"]["Figure"] | null;
            headline: components["schemas"]["Text"];
            href: components["schemas"]["Address"];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            /** @description When it took this side. */
            spokeAt: components["schemas"]["Instant"];
            /** @enum {string} */
            stance: "asserted" | "confirmed" | "denied";
            status: components["schemas"]["ClaimStatus"];
            story: components["schemas"]["Slug"];
            /** @description Whether it took this back, or said the opposite later. */
            takenBack: boolean;
            /** @description When it did; null while it stands by it. */
            takenBackAt: components["schemas"]["Instant"] | null;
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        PartyLink: {
            /** @description Its name when it spoke. */
            name: string;
            party: components["schemas"]["Slug"];
            side: components["schemas"]["Slug"] | null;
            /** @description The party for which it speaks: they are one origin. */
            speaksFor: components["schemas"]["Slug"] | null;
            standing?: components["schemas"]["Standing"];
            type: components["schemas"]["PartyType"];
        };
        /** @description What a party has asserted, confirmed and denied, and what had become of it. */
        PartyRecord: {
            asOf: components["schemas"]["Instant"] | null;
            claims: {
                items: components["schemas"]["PartyClaim"][];
                next: components["schemas"]["Address"] | null;
                /** @description How many claims it has asserted, confirmed or denied. */
                total: number;
            };
            id: components["schemas"]["Slug"];
            /** @description As it was last described when it spoke. */
            name: string;
            record: {
                asserted: components["schemas"]["Tally"];
                confirmed: components["schemas"]["Tally"];
                denied: components["schemas"]["Tally"];
            };
        };
        /** @enum {string} */
        PartyType: "person" | "outlet" | "organization" | "state" | "group";
        Place: {
            /** @description ISO 3166-1 alpha-2. */
            country: string | null;
            geo: components["schemas"]["Point"] | null;
            /** @description Its name. */
            name: string;
        };
        /** @description A GeoJSON point (RFC 7946). */
        Point: {
            /** @description Longitude and latitude, in degrees. */
            coordinates: number[];
            /** @constant */
            type: "Point";
        };
        /**
         * @description A place in the log of this surface, which grows: a decimal string, to compare by `Dateline-Position` alone.
         * @example 132
         */
        Position: string;
        /** @description Why a request was refused (RFC 9457, `application/problem+json`). */
        Problem: {
            /** @description Of `/health/ready`: every check. */
            checks?: components["schemas"]["Check"][];
            /** @description What programs compare: it does not change. */
            code: string;
            /** @description What was found and what to do. It repeats nothing of the request. */
            detail: string;
            /** @description Where it is wrong: at most 20. */
            errors?: components["schemas"]["Finding"][];
            /** @description Of `not-yet`: when the story begins, and where. */
            first?: {
                at: components["schemas"]["Instant"];
                href: components["schemas"]["Address"];
            };
            /**
             * Format: uri
             * @description The request, as in X-Request-Id and the log of the server.
             */
            instance: string;
            /** @description Of `killed` and `taken-down`: what stays. */
            notice?: components["schemas"]["Notice"];
            /** @description Of `position-gone`: from where to go on. */
            position?: components["schemas"]["Position"] | null;
            /** @description That of the answer. */
            status: number;
            /** @description The same for every problem of its kind. */
            title: string;
            /**
             * Format: uri-reference
             * @description The kind of problem: `/problems/` and its code, relative to the address asked.
             */
            type: string;
        };
        /** @description Who said it to whom, as PROV-JSON. */
        Prov: {
            prefix: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description What is not known, or was not. */
        Question: {
            answeredBy: components["schemas"]["Uuid"][];
            id: components["schemas"]["Slug"];
            languages?: components["schemas"]["Languages"];
            /** @description Whether it is still not known. */
            open: boolean;
            raisedBy: components["schemas"]["Uuid"];
            recordedAt: components["schemas"]["Instant"];
            text: components["schemas"]["Text"];
        };
        /** @description Questions, in the order in which they were raised. */
        Questions: {
            items: components["schemas"]["Question"][];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in all. */
            total: number;
        };
        Readiness: {
            checks: components["schemas"]["Check"][];
            /** @enum {string} */
            status: "ready";
        };
        /**
         * @description How many events a story had before it: a decimal string, from 0.
         * @example 6
         */
        Revision: string;
        RumourLink: {
            /** @description What circulates, and nobody stands behind. */
            rumour: {
                descriptor: components["schemas"]["Text"];
                origin: components["schemas"]["Uuid"];
            };
            standing?: components["schemas"]["Standing"];
        };
        /** @description What one variable measured over world time, by origin and by the time for which a value was given. */
        Series: {
            items: components["schemas"]["SeriesValue"][];
            next: components["schemas"]["Address"] | null;
            /** @description How many values there are. */
            total: number;
            validAt: components["schemas"]["Instant"] | null;
            variable: components["schemas"]["Slug"];
        };
        SeriesValue: {
            claim: components["schemas"]["Slug"];
            /** @description Whether we had it wrong. */
            corrected: boolean;
            figure: components["schemas"]["Figure"] | null;
            /** @description The world time for which it is the last word; an end that is open is null. */
            inForce: {
                from: components["schemas"]["Instant"] | null;
                to: components["schemas"]["Instant"] | null;
            } | null;
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            /** @description Null where nobody stands behind it any more. */
            origin: components["schemas"]["Origin"] | null;
            /** @description As its origin was called by then; a party’s name is under `und`. */
            originName: components["schemas"]["Text"] | null;
            /**
             * @description What it is to the value before it.
             * @enum {string}
             */
            relation: "first" | "supersedes" | "restates";
            /** @description Whether its origin gave another value for the same time. */
            restated: boolean;
            /** @description The side that was declared for its origin. */
            side: components["schemas"]["Slug"] | null;
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        /**
         * @description How much it changes what readers know.
         * @enum {string}
         */
        Significance: "key" | "substantive" | "minor" | "cosmetic";
        /** @description A name in kebab-case, for good. */
        Slug: string;
        /** @description An excerpt of the text that has most of the words of a search, as of the moment: of those that have as many the headline, the lede, the summary, then what first had one. */
        Snippet: {
            /** @description Of the development, the claim, or the development whose source is described; null for headline, lede and summary. */
            id: string | null;
            /**
             * @description Which text of the story it is.
             * @enum {string}
             */
            in: "headline" | "lede" | "summary" | "development" | "source" | "claim";
            /** @description BCP 47; null where it is not known. */
            language: string | null;
            /** @description Some 240 characters of the text, cut between words. */
            parts: {
                /** @description Whether it is a word that was looked for. */
                matched: boolean;
                /** @description Plain text, one after the other the excerpt. */
                text: string;
            }[];
        };
        /** @description An assertion as its development makes it. */
        Stance: {
            /** @description On which chains of the development it rests, from 0. */
            chains: number[];
            claim: components["schemas"]["Slug"];
            id: components["schemas"]["Uuid"];
            origin: components["schemas"]["Origin"];
            /** @enum {string} */
            stance: "asserts" | "confirms" | "denies" | "deniesNovelty" | "declinesComment" | "noKnowledge" | "qualifies" | "takesBack";
            standing: components["schemas"]["Standing"];
        };
        /**
         * @description What the origin is to the matter: it took part or is responsible, is of one camp, saw it, or passes it on.
         * @enum {string}
         */
        Standing: "principal" | "affiliated" | "witness" | "relayer";
        /** @description The status of a claim as it was from one revision on. */
        StatusThen: {
            /**
             * @description Of how many sides those responsible support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements that decided: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether anybody says otherwise.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            explanation: components["schemas"]["Text"];
            flags: components["schemas"]["Flag"][];
            revision: components["schemas"]["Revision"];
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            /**
             * @description How many origins support it, and whether two are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
        };
        /** @description The state of a story as of a moment: bounded, whatever its history. */
        Story: {
            /** @description The moment that was asked for; null for what is known now. */
            asOf: components["schemas"]["Instant"] | null;
            claims: components["schemas"]["Claims"];
            corrections: components["schemas"]["Corrections"];
            developments: components["schemas"]["Developments"];
            headline: components["schemas"]["Text"];
            id: components["schemas"]["Uuid"];
            /** @description In which it is first told: BCP 47. */
            language: string;
            /** @description Of the headline and lede; there where there is something to know. */
            languages?: {
                headline?: components["schemas"]["Languages"];
                lede?: components["schemas"]["Languages"];
            };
            lede: components["schemas"]["Text"] | null;
            /** @description Names of parties, sides, sources, places and units in other languages; there where there are any. */
            names?: {
                /** @description As it stands in the story. */
                name: string;
                text: components["schemas"]["Text"];
            }[];
            notice: components["schemas"]["Notice"] | null;
            openedAt: components["schemas"]["Instant"];
            places: components["schemas"]["Place"][];
            position: components["schemas"]["Position"];
            questions: components["schemas"]["Questions"];
            revision: components["schemas"]["Revision"];
            slug: components["schemas"]["Slug"];
            status: components["schemas"]["StoryStatus"];
            /** @description What editors pinned: what is known, in short. */
            summary: components["schemas"]["Summary"] | null;
            /** @description IPTC Media Topics. */
            topics: string[];
            updatedAt: components["schemas"]["Instant"];
            /** @description The moment of the world that was asked for. */
            validAt: components["schemas"]["Instant"] | null;
        };
        /** @description What changed in a story between two moments; of each list the newest hundred. */
        StoryChanges: {
            /** @description Claims that are new, or have another status or content. */
            claims: {
                items: components["schemas"]["ChangedClaim"][];
                /** @description How many there are. */
                total: number;
            };
            /** @description New corrections. */
            corrections: {
                items: components["schemas"]["Correction"][];
                /** @description How many there are. */
                total: number;
            };
            /** @description New developments. */
            developments: {
                items: components["schemas"]["Development"][];
                /** @description How many there are. */
                total: number;
            };
            /** @description Of these claims the quantities. */
            figures: {
                items: components["schemas"]["ChangedFigure"][];
                /** @description How many there are. */
                total: number;
            };
            from: {
                moment: components["schemas"]["Instant"];
                /** @description Null where the story began later. */
                revision: components["schemas"]["Revision"] | null;
            };
            /** @description Null where it is the same. */
            headline: {
                is: components["schemas"]["Text"] | null;
                was: components["schemas"]["Text"] | null;
            } | null;
            id: components["schemas"]["Uuid"];
            /** @description Null where it is the same. */
            lede: {
                is: components["schemas"]["Text"] | null;
                was: components["schemas"]["Text"] | null;
            } | null;
            /** @description Questions that were raised or answered. */
            questions: {
                items: components["schemas"]["Question"][];
                /** @description How many there are. */
                total: number;
            };
            /** @description Developments that are told otherwise now. */
            revised: {
                items: components["schemas"]["Development"][];
                /** @description How many there are. */
                total: number;
            };
            slug: components["schemas"]["Slug"];
            /** @description Null where it is the same. */
            status: {
                is: components["schemas"]["StoryStatus"] | null;
                was: components["schemas"]["StoryStatus"] | null;
            } | null;
            /** @description Null where it is the same. */
            summary: {
                is: components["schemas"]["Summary"] | null;
                was: components["schemas"]["Summary"] | null;
            } | null;
            to: {
                moment: components["schemas"]["Instant"];
                revision: components["schemas"]["Revision"];
            };
        };
        /** @enum {string} */
        StoryStatus: "open" | "closed" | "killed" | "takenDown";
        /** @description What is known, in short. It changes with how the claims stand that its points name. */
        Summary: {
            pinnedAt: components["schemas"]["Instant"];
            /** @description The things that count, in their order. */
            points: {
                /** @description The claim that the point names, as it stands; null where it names none. */
                claim: {
                    flags: components["schemas"]["Flag"][];
                    id: components["schemas"]["Slug"];
                    /** @enum {string} */
                    kind: "proposition" | "territory" | "figure" | "decision";
                    status: components["schemas"]["ClaimStatus"];
                } | null;
                text: components["schemas"]["Text"];
            }[];
            revision: components["schemas"]["Revision"];
            text: components["schemas"]["Text"];
        };
        /** @description A table (RFC 4180), whose first line names the columns. */
        Table: string;
        Tally: {
            /** @description How many of them have which status. */
            byStatus: {
                [key: string]: number;
            };
            /** @description Of how many it took its word back, or said the opposite later. */
            takenBack: number;
            /** @description Of how many claims. */
            total: number;
        };
        /** @description Who controls how much of what. */
        Territory: {
            /** @description What is controlled, in words. */
            area: string;
            comparator: components["schemas"]["Comparator"];
            /** @description Who controls it, in words. */
            controller: string;
            /** @description From whom it was taken, in words. */
            from: string | null;
            /** @description Square kilometres. */
            km2: number | null;
            /** @description The whole of which `share` is a share. */
            of: string | null;
            /** @description From 0 to 1. */
            share: number | null;
            variable: components["schemas"]["Slug"];
        };
        /**
         * @description Words by language: BCP 47 tag to text.
         * @example {
         *       "en": "The talks take place.",
         *       "fr": "Les négociations ont lieu."
         *     }
         */
        Text: {
            [key: string]: string;
        };
        UnnamedLink: {
            standing?: components["schemas"]["Standing"];
            /** @description A source that is not named. */
            unnamed: {
                /** @description How many people: several in one report are one origin. */
                count: number;
                descriptor: components["schemas"]["Text"];
                origin: components["schemas"]["Uuid"];
                side: components["schemas"]["Slug"] | null;
            };
        };
        /**
         * Format: uuid
         * @description A UUID of version 4 or 5 in lower case: it tells nothing of its order.
         */
        Uuid: string;
    };
    responses: never;
    parameters: {
        /** @description The moment of which the state is wanted (RFC 7089); the latest without it. */
        "Accept-Datetime": string;
        /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
        "Accept-Language": string;
        /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
        "Dateline-Position": string;
        /** @description The ETag of what the reader has: 304 without a body if that is still so. */
        "If-None-Match": string;
        /** @description The last event that the reader has: what came after it is sent first. */
        "Last-Event-ID": string;
    };
    requestBodies: never;
    headers: {
        /** @description For how long it may be given without asking. */
        "Cache-Control": string;
        /** @description In which languages the words of other forms than JSON are (RFC 9110). */
        "Content-Language": string;
        /** @description The permanent address of the revision that is shown, where a moment was asked for. */
        "Content-Location": string;
        /** @description When what is read was last level with the log, where that was more than five seconds ago. */
        "Dateline-Level-At": string;
        /** @description Seconds after which it is worth asking again. */
        "Dateline-Poll": number;
        /** @description Strong: the revision, a dot, and a digest of the representation. */
        ETag: string;
        /** @description Where to go on (RFC 8288): `timegate`, `timemap`, `memento`, `alternate`, `next`. */
        Link: string;
        /** @description Where the state is. */
        Location: string;
        /** @description When the revision that is shown was recorded, where a moment was asked for (RFC 7089). */
        "Memento-Datetime": string;
        /** @description Seconds after which to repeat the request. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every check on which its work depends is ok. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /** @description - `not-ready`: A check of health fails; `checks` says which. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description A position that an answer of this surface gave: what came after it. `0`: from the beginning; `now`: what is to come. */
                since?: string;
                /** @description The story, by its slug or its id. */
                story?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of CloudEvents */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Dateline-Poll": components["headers"]["Dateline-Poll"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesPage"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `story-unknown`: There is no such story. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /**
             * @description - `position-gone`: The event at the position that changes were asked from was withdrawn, or never was there.
             *     - `killed`: It was killed; the notice says why.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-gone" | "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listAllCorrections: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionsRecord"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    feedCorrectionsAtom: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The preferred language of the words, before `Accept-Language`. */
                lang?: string;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": components["schemas"]["Atom"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    feedCorrectionsJson: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The preferred language of the words, before `Accept-Language`. */
                lang?: string;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    dumpChanges: {
        parameters: {
            query?: {
                /** @description A position that an answer of this surface gave: what came after it. `0`: from the beginning; `now`: what is to come. */
                since?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every change up to now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `position-gone`: The event at the position that changes were asked from was withdrawn, or never was there. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-gone";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `too-many-requests`: Too many requests or connections; of a dump: the address takes two already; of a webhook: its three secrets are valid. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "too-many-requests";
                        /** @constant */
                        status: 429;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `too-many-followers`: As many follow the streams as may (`DATELINE_MAX_FOLLOWERS`), or 20 take a dump.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "too-many-followers";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readParty: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A party, by its id. */
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its record, and a page of claims, the ones it took up last first */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyRecord"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `party-not-heard`: No party of that name has said anything in the stories that can be read.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "party-not-heard";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listStories: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description A status that at least one claim has. */
                claimStatus?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The newest development was recorded then or later: RFC 3339 with a zone, or a date alone: that day and later. */
                from?: string;
                /**
                 * @deprecated
                 * @description The former name of `language`. In feeds it is the language of the words.
                 */
                lang?: string;
                /** @description The language of the story or of its headline, BCP 47. */
                language?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description A party, by its id. */
                party?: string;
                /** @description The name of one of the story's places, or an ISO 3166-1 country code. */
                place?: string;
                /** @description Words, all of which the story must contain: in its headline, lede, developments, claims, or the descriptions of its sources. Other forms of a word in the language of the text match too: inspections finds inspection. A star after three letters or more matches any ending: evacuat*. Case, accents and letter variants do not matter: isik finds ışık. */
                q?: string;
                /** @description By the newest development: `newest` first (the default) or `oldest` first. `relevance` goes by `q`: first the stories with most of its words in the headline, then in the lede. Other sorts than `newest` take at most 1,000 stories. */
                sort?: "newest" | "oldest" | "relevance";
                /** @description The status of the story itself. */
                status?: "open" | "closed" | "killed" | "takenDown";
                /**
                 * @deprecated
                 * @description The former name of `status`.
                 */
                storyStatus?: "open" | "closed" | "killed" | "takenDown";
                /** @description The later moment, in the same form. */
                to?: string;
                /** @description An IPTC Media Topic. */
                topic?: string;
                /** @description The story changed after that moment: `updatedAt` is later. A date alone: that day and later. */
                updatedSince?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of stories */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrontPage"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    feedStoriesAtom: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description A status that at least one claim has. */
                claimStatus?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The newest development was recorded then or later: RFC 3339 with a zone, or a date alone: that day and later. */
                from?: string;
                /** @description The preferred language of the words, before `Accept-Language`. A text without it is in the story's own language. */
                lang?: string;
                /** @description The language of the story or of its headline, BCP 47. */
                language?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description A party, by its id. */
                party?: string;
                /** @description The name of one of the story's places, or an ISO 3166-1 country code. */
                place?: string;
                /** @description Words, all of which the story must contain: in its headline, lede, developments, claims, or the descriptions of its sources. Other forms of a word in the language of the text match too: inspections finds inspection. A star after three letters or more matches any ending: evacuat*. Case, accents and letter variants do not matter: isik finds ışık. */
                q?: string;
                /** @description The status of the story itself. */
                status?: "open" | "closed" | "killed" | "takenDown";
                /**
                 * @deprecated
                 * @description The former name of `status`.
                 */
                storyStatus?: "open" | "closed" | "killed" | "takenDown";
                /** @description The later moment, in the same form. */
                to?: string;
                /** @description An IPTC Media Topic. */
                topic?: string;
                /** @description The story changed after that moment: `updatedAt` is later. A date alone: that day and later. */
                updatedSince?: string;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": components["schemas"]["Atom"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    feedStoriesJson: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description A status that at least one claim has. */
                claimStatus?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The newest development was recorded then or later: RFC 3339 with a zone, or a date alone: that day and later. */
                from?: string;
                /** @description The preferred language of the words, before `Accept-Language`. A text without it is in the story's own language. */
                lang?: string;
                /** @description The language of the story or of its headline, BCP 47. */
                language?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description A party, by its id. */
                party?: string;
                /** @description The name of one of the story's places, or an ISO 3166-1 country code. */
                place?: string;
                /** @description Words, all of which the story must contain: in its headline, lede, developments, claims, or the descriptions of its sources. Other forms of a word in the language of the text match too: inspections finds inspection. A star after three letters or more matches any ending: evacuat*. Case, accents and letter variants do not matter: isik finds ışık. */
                q?: string;
                /** @description The status of the story itself. */
                status?: "open" | "closed" | "killed" | "takenDown";
                /**
                 * @deprecated
                 * @description The former name of `status`.
                 */
                storyStatus?: "open" | "closed" | "killed" | "takenDown";
                /** @description The later moment, in the same form. */
                to?: string;
                /** @description An IPTC Media Topic. */
                topic?: string;
                /** @description The story changed after that moment: `updatedAt` is later. A date alone: that day and later. */
                updatedSince?: string;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readStory: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description The preferred language of the words in formats other than JSON, before `Accept-Language`. A text without it is in the story's own language. JSON has every language. */
                lang?: string;
                /** @description Key developments only. For a feed, or for a table of developments. */
                significance?: "key";
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state, bounded whatever the history */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `not-acceptable`: There is no representation that `Accept` allows. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-acceptable";
                        /** @constant */
                        status: 406;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readFeedArchive: {
        parameters: {
            query?: {
                /** @description The preferred language of the words, before `Accept-Language`. A text without it is in the story's own language. */
                lang?: string;
                /** @description Key developments only. */
                significance?: "key";
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The number of the document, from 0, and its form. */
                archive: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": components["schemas"]["Atom"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readStoryChanges: {
        parameters: {
            query: {
                /** @description The earlier moment: RFC 3339 with a zone (minutes are enough), or a date alone, which means its end. */
                from: string;
                /** @description The later moment, in the same form. */
                to: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Developments, claims with their status then and now, figures, corrections */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryChanges"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description Claims that changed after that moment: their words, their status with its reasons, or their assertions. RFC 3339 with a zone, or a date alone: that day and later. */
                changedSince?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The kind of claim. */
                kind?: "proposition" | "territory" | "figure" | "decision";
                /** @description The preferred language of the words in a table, before `Accept-Language`. A text without it is in the story's own language. JSON has every language. */
                lang?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description A party, by its id. */
                party?: string;
                /** @description The status. */
                status?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
                /** @description What several figures or shares of the story measure. */
                variable?: string;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of claims */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenClaims"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    tabulateClaims: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description Claims that changed after that moment: their words, their status with its reasons, or their assertions. RFC 3339 with a zone, or a date alone: that day and later. */
                changedSince?: string;
                /** @description `excel`: for a spreadsheet that opens the file. It starts with a byte order mark, moments are dates, and text stays text. */
                for?: "excel";
                /** @description The kind of claim. */
                kind?: "proposition" | "territory" | "figure" | "decision";
                /** @description The preferred language of the words in a table, before `Accept-Language`. A text without it is in the story's own language. JSON has every language. */
                lang?: string;
                /** @description A party, by its id. */
                party?: string;
                /** @description The status. */
                status?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
                /** @description What several figures or shares of the story measure. */
                variable?: string;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV (RFC 4180) */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Table"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             *     - `story-unknown`: There is no such story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "not-yet" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readClaim: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listAssertions: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of assertions */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assertions"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of corrections */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrections"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listDevelopments: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The preferred language of the words in a table, before `Accept-Language`. A text without it is in the story's own language. JSON has every language. */
                lang?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description Key developments only. */
                significance?: "key";
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of developments */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Developments"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    tabulateDevelopments: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description `excel`: for a spreadsheet that opens the file. It starts with a byte order mark, moments are dates, and text stays text. */
                for?: "excel";
                /** @description The preferred language of the words in formats other than JSON, before `Accept-Language`. A text without it is in the story's own language. JSON has every language. */
                lang?: string;
                /** @description Key developments only. For a feed, or for a table of developments. */
                significance?: "key";
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV (RFC 4180) */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Table"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             *     - `story-unknown`: There is no such story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "not-yet" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    countDevelopments: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description How many items a page has at most. */
                limit?: number;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts, and a page of days */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevelopmentCounts"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of questions */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Questions"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readRevision: {
        parameters: {
            query?: {
                /** @description The preferred language of the words in formats other than JSON, before `Accept-Language`. A text without it is in the story's own language. JSON has every language. */
                lang?: string;
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description The languages in which the words are wanted (RFC 9110), after that of `lang`. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A revision of the story, from 0. */
                revision: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `not-acceptable`: There is no representation that `Accept` allows. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-acceptable";
                        /** @constant */
                        status: 406;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    followStory: {
        parameters: {
            query?: {
                /** @description A position that an answer of this surface gave: what came after it. `0`: from the beginning; `now`: what is to come. */
                since?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The last event that the reader has: what came after it is sent first. */
                "Last-Event-ID"?: components["parameters"]["Last-Event-ID"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CloudEvents; `id` is the position */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The story is closed, and the client has every event */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `too-many-followers`: As many follow the streams as may (`DATELINE_MAX_FOLLOWERS`), or 20 take a dump.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "too-many-followers" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readTimeGateOfStory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The moment of which the state is wanted (RFC 7089); the latest without it. */
                "Accept-Datetime"?: components["parameters"]["Accept-Datetime"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address of that state */
            302: {
                headers: {
                    Link: components["headers"]["Link"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
            /** @description What is refused before the operation is asked: by the method, or by the request itself. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTimeMapOfStory: {
        parameters: {
            query?: {
                /** @description The first revision of the page: from the link to it. */
                from?: number;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links, a thousand mementos a page */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/link-format": string;
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readVariable: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by then. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description How many items a page has at most. */
                limit?: number;
                /** @description Valid time: what was true in the world then; of developments, those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
                /** @description What several figures or shares of the story measure. */
                variable: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of values, by origin and by the time that they apply to */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `cursor`: A cursor that this address did not give.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `not-yet`: There was nothing at this address at the moment asked for.
             *     - `variable-unknown`: No claim of the story measures that, or none did at the moment asked for.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet" | "variable-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    followChanges: {
        parameters: {
            query?: {
                /** @description A position that an answer of this surface gave: what came after it. `0`: from the beginning; `now`: what is to come. */
                since?: string;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The last event that the reader has: what came after it is sent first. */
                "Last-Event-ID"?: components["parameters"]["Last-Event-ID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CloudEvents; `id` is the position */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `too-many-followers`: As many follow the streams as may (`DATELINE_MAX_FOLLOWERS`), or 20 take a dump.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "too-many-followers";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readTimeGate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The moment of which the state is wanted (RFC 7089); the latest without it. */
                "Accept-Datetime"?: components["parameters"]["Accept-Datetime"];
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
            };
            path: {
                /** @description The whole address of a story, with its host; percent-encoded, or as it is. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address of that state */
            302: {
                headers: {
                    Link: components["headers"]["Link"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `original-unknown`: A time gate or time map was asked for an address that is no story’s.
             *     - `story-unknown`: There is no such story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "original-unknown" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: It was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: It was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
            /** @description What is refused before the operation is asked: by the method, or by the request itself. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTimeMap: {
        parameters: {
            query?: {
                /** @description The first revision of the page: from the link to it. */
                from?: number;
            };
            header?: {
                /** @description A position that an answer of this surface gave: the answer has at least all that was recorded up to it. Waited for a second, then 503 with Retry-After; a position of another log is 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of what the reader has: 304 without a body if that is still so. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The whole address of a story, with its host; percent-encoded, or as it is. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links, a thousand mementos a page */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/link-format": string;
                };
            };
            /** @description The reader has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A parameter that the address does not know, that stands twice, or whose value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or holds a control character.
             *     - `time-form`: A time in a form that is not taken.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: A header in a form that is not taken; `detail` says which, and which form is.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: There is nothing at this address.
             *     - `story-unknown`: There is no such story.
             *     - `original-unknown`: A time gate or time map was asked for an address that is no story’s.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "original-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: The position was given by the other surface. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: Something failed here; the log names the request by its `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A check of health fails; `checks` says which.
             *     - `stale`: The archive has not been caught up for too long, or not as far as the position asked for.
             *     - `event-damaged`: The record of this is damaged. Nothing was written; an operator has to restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
}
