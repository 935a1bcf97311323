// Made of the document of OpenAPI of the desk by `npm run openapi`: do not edit.
export interface paths {
    "/desk/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists audit events, newest first
         * @description A page looks at no more than 5,000 events: with a filter it may have fewer items than `limit`, and still a `next`.
         *
         *     Roles: auditor.
         */
        get: operations["readAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads the time of recording and release, and whether it is trusted
         * @description Roles: editor, publisher, auditor, administrator.
         */
        get: operations["readClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/clock/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms that the machine’s clock is right, and releases what waited for this confirmation
         * @description The clock is in doubt after a jump, or after a reboot with a long outage. Then no embargo ends, and the time of recording continues from the last trusted time. Send the time of another clock, such as your watch. The machine’s clock is trusted again if both differ by at most two minutes.
         *
         *     Roles: editor, administrator.
         */
        post: operations["confirmClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports stories that ran elsewhere, with their times: NDJSON, one command on each line
         * @description The whole file is checked before anything is written; a refusal lists each fault in `faults`, with line and pointer. To resume an interrupted import, send the same file again.
         *
         *     Roles: publisher.
         */
        post: operations["importStories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the parties
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["listParties"];
        put?: never;
        /**
         * Registers a party
         * @description Roles: reporter, editor, publisher.
         */
        post: operations["registerParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/parties/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a party asserted, confirmed and denied as of a moment, and the status of these claims
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["readParty"];
        /**
         * Registers or changes a party; a change needs If-Match
         * @description Roles: publisher.
         */
        put: operations["describeParty"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/read-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the read models, with position, size and older files
         * @description Roles: administrator.
         */
        get: operations["listReadModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/read-models/{model}/old": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes the older files of a read model
         * @description This operation has no `dryRun`: `GET /desk/v1/read-models` lists the older files.
         *
         *     Roles: administrator.
         */
        delete: operations["dropOldReadModels"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/read-models/{model}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuilds a read model from its log and switches to it; the old one is read until then
         * @description This operation has no `dryRun`: it records nothing, and keeps the older file.
         *
         *     Roles: administrator.
         */
        post: operations["rebuildReadModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Removes words from every text of a story or of the newsroom, whatever the asOf
         * @description Searches every event, so the time grows with the log. A dry run lists the texts with the words. Otherwise each story with the words gets one event. Readers then see the text in `with` instead, whatever the `asOf`.
         *
         *     Roles: publisher.
         */
        post: operations["removeWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the scheduled items of all stories, in order of time
         * @description Developments, headlines and ledes whose embargo has not ended, the next first. Killed stories are left out. So are closed stories, except those closed with `scheduled` `comes`.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["listScheduled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says who you are, and your roles
         * @description Roles: reporter, editor, publisher, custodian, auditor, administrator.
         */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        /**
         * Signs out this browser
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor, administrator.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes your password, and ends your other sessions
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor, administrator.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists your sessions, the last used first
         * @description Roles: reporter, editor, publisher, custodian, auditor, administrator.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Ends all your sessions, this one too
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor, administrator.
         */
        delete: operations["endAllSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one of your sessions
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor, administrator.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/sides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the sides
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["listSides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/sides/{side}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Declares or changes a side; a change needs If-Match
         * @description Roles: publisher.
         */
        put: operations["declareSide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/sign-in/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts an invitation or a reset, by its link
         * @description This operation has no `dryRun`: it concerns no story.
         */
        post: operations["signInByInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/sign-in/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in by name and password; the answer sets the cookie of the session
         * @description This operation has no `dryRun`: it concerns no story.
         */
        post: operations["signInByPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/sign-in/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in by recovery code, and sets a new password and a new recovery code
         * @description This operation has no `dryRun`: it concerns no story.
         */
        post: operations["signInByRecoveryCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/sign-in/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the first account, by the setup link that the first start prints
         * @description This operation has no `dryRun`: it concerns no story.
         */
        post: operations["signInBySetupLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the staff by name, also those who are disabled
         * @description Roles: reporter, editor, publisher, custodian, auditor, administrator.
         */
        get: operations["listStaff"];
        put?: never;
        /**
         * Adds a person; only this answer has the link of the invitation
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: administrator.
         */
        post: operations["addStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes the name and the roles of a person
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: administrator.
         */
        put: operations["changeStaff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/staff/{id}/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disables an account, ends its sessions and its links
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: administrator.
         */
        post: operations["disableStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/staff/{id}/enabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enables an account again
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: administrator.
         */
        post: operations["enableStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/staff/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the sessions of a person, and makes a link for a new password
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: administrator.
         */
        post: operations["resetStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/staff/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends all sessions of a person
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: administrator.
         */
        post: operations["signOutStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stories as of a moment, newest development first; a search reads the texts of that moment
         * @description A story must match all filters, as of the moment. Without `asOf` the moment is now.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["listStories"];
        put?: never;
        /**
         * Opens a story
         * @description The id follows from the slug. A story becomes public with its first public development.
         *
         *     Roles: editor.
         */
        post: operations["openStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of a story: recorded by `asOf`, true at `validAt`
         * @description The size of the answer is bounded: each list gives its total, and the address of the rest. With `asOf` the answer is a memento (RFC 7089) and names the revision that it shows.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor.
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
    "/desk/v1/stories/{story}/assertions/{assertion}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws one assertion: it no longer counts
         * @description Roles: reporter (own), editor.
         */
        post: operations["withdrawAssertion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two moments
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["readStoryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The claims: first those that the newsroom judged, then those of key developments, then the others
         * @description Without filters, the list has all claims. With filters, the server searches at most 5,000 claims for one page. The page may then be shorter than `limit`; `next` continues the search.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor.
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
    "/desk/v1/stories/{story}/claims/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One claim with the history of its status, and the reasons
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["readClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims/{claim}/assertions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every assertion about a claim, oldest first, and whether it is in force
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["listAssertions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims/{claim}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects what a claim says; needs If-Match
         * @description Roles: editor.
         */
        post: operations["correctClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims/{claim}/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records the newsroom’s own verdict on a claim, with the method
         * @description A judgement decides the status of the claim until it is revoked. If its verdict differs from the last, readers see a correction, and the answer has a warning.
         *
         *     Roles: publisher.
         */
        post: operations["judgeClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims/{claim}/judgements/{judgement}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revokes a judgement
         * @description The answer names the older judgement that is in force again. If the verdict changes, readers see a correction.
         *
         *     Roles: publisher.
         */
        post: operations["revokeJudgement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims/{claim}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kills the text of a claim in all developments; its status stays
         * @description Roles: publisher.
         */
        post: operations["killClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims/{claim}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Links a claim to another claim
         * @description Roles: editor.
         */
        post: operations["linkClaims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims/{claim}/links/{link}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revokes a link
         * @description Roles: editor.
         */
        post: operations["revokeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/claims/{claim}/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes down the text of a claim in all developments; its status stays
         * @description Roles: publisher.
         */
        post: operations["takeClaimDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/classification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets topics and places; needs If-Match
         * @description Roles: editor.
         */
        put: operations["classifyStory"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes the story to new developments; `scheduled` decides about embargoed items
         * @description Roles: editor.
         */
        post: operations["closeStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The corrections, newest first
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["listCorrections"];
        put?: never;
        /**
         * Corrects one mistake wherever it occurs, with one notice; needs If-Match
         * @description One event has all changes, or nothing is recorded. Each development and claim changes as in a separate correction. The list of corrections gets one entry; its `parts` have the old and new values.
         *
         *     Roles: editor.
         */
        post: operations["correctStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/corrections/{correction}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kills the texts in a correction: its notice, and the old values
         * @description Roles: publisher.
         */
        post: operations["killCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/corrections/{correction}/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes down the texts in a correction: its notice, and the old values
         * @description Roles: publisher.
         */
        post: operations["takeCorrectionDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The timeline, newest first
         * @description With `validAt`, the list has the developments whose time had begun by then, even if it was over. That time is `occurred`, else `reportedAt`, else the time of recording. To know what was true at that moment, read the claims.
         *
         *     Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["listDevelopments"];
        put?: never;
        /**
         * Records a development
         * @description One act of coverage. The first link of a chain is the outermost outlet, the last is the origin. The answer waits at most a second for the public position.
         *
         *     Roles: reporter, editor.
         */
        post: operations["recordDevelopment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments/{development}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects a development; needs If-Match
         * @description Each given field replaces the whole old value, except that a text keeps its absent languages. The present state is as if the development had been recorded like this. States as of earlier times stay.
         *
         *     Roles: reporter (own), editor.
         */
        post: operations["correctDevelopment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments/{development}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kills a development: readers see only a notice, whatever the asOf
         * @description The answer lists what may still show the same content. On grounds other than `wrong`, its words are also erased from the public log.
         *
         *     Roles: publisher.
         */
        post: operations["killDevelopment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments/{development}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstates a development: undoes its kill or takedown
         * @description Roles: publisher.
         */
        post: operations["reinstateDevelopment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments/{development}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases a development that is on hold or embargoed
         * @description Roles: editor.
         */
        post: operations["releaseDevelopment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments/{development}/retraction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retracts a development: it no longer counts, but stays visible with a mark
         * @description Roles: reporter (own), editor.
         */
        post: operations["retractDevelopment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments/{development}/retraction/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revokes a retraction
         * @description Roles: reporter (own), editor.
         */
        post: operations["revokeRetraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments/{development}/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a development down at somebody’s demand, such as a court order
         * @description Roles: publisher.
         */
        post: operations["takeDownDevelopment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/developments/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The number of developments, by kind and by day, newest first
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["countDevelopments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports the story as an import file: an import elsewhere gives an equal story
         * @description Roles: editor, publisher, auditor.
         */
        get: operations["exportStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/headline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Revises the headline; needs If-Match
         * @description Roles: editor.
         */
        put: operations["reviseHeadline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/headline/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kills a headline, wherever it was shown
         * @description Roles: publisher.
         */
        post: operations["killHeadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/headline/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a headline down, wherever it was shown
         * @description Roles: publisher.
         */
        post: operations["takeHeadlineDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/independence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records whether two origins are independent of each other
         * @description Both must be origins of the story. Without this record, their sides decide about independence.
         *
         *     Roles: editor.
         */
        post: operations["assessIndependence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kills the story: readers get 410 with the notice
         * @description Roles: publisher.
         */
        post: operations["killStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/lede": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Revises the lede; needs If-Match
         * @description Roles: editor.
         */
        put: operations["reviseLede"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/lede/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kills a lede, wherever it was shown
         * @description Roles: publisher.
         */
        post: operations["killLede"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/lede/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a lede down, wherever it was shown
         * @description Roles: publisher.
         */
        post: operations["takeLedeDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the events of the story, oldest first
         * @description Each event has its metadata, as recorded. docs/story.md lists the types of events and their data.
         *
         *     Roles: editor, publisher, auditor.
         */
        get: operations["readLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The questions that were raised, and their answers
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["listQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/questions/{question}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kills a question
         * @description Roles: publisher.
         */
        post: operations["killQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/questions/{question}/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a question down
         * @description Roles: publisher.
         */
        post: operations["takeQuestionDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstates the story: undoes its kill or takedown
         * @description Roles: publisher.
         */
        post: operations["reinstateStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopens a closed story
         * @description Roles: editor.
         */
        post: operations["reopenStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A fixed state of a story, by its revision
         * @description Roles: reporter, editor, publisher, custodian, auditor.
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
    "/desk/v1/stories/{story}/scheduled/{scheduled}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a scheduled release: to another time, to on hold, or to now; needs If-Match
         * @description Roles: editor.
         */
        put: operations["reschedule"];
        post?: never;
        /**
         * Cancels a scheduled release: drops a headline or lede, puts a development on hold; needs If-Match
         * @description Roles: editor.
         */
        delete: operations["cancelScheduled"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pins a summary, which replaces the one before; needs If-Match
         * @description Roles: editor.
         */
        put: operations["pinSummary"];
        post?: never;
        /**
         * Unpins the summary; states as of earlier times keep it; needs If-Match
         * @description Roles: editor.
         */
        delete: operations["unpinSummary"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/summary/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kills a summary and its points, wherever it was shown
         * @description Roles: publisher.
         */
        post: operations["killSummary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/summary/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a summary and its points down, wherever it was shown
         * @description Roles: publisher.
         */
        post: operations["takeSummaryDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the story down at somebody’s demand, such as a court order: readers get 451
         * @description Roles: publisher.
         */
        post: operations["takeDownStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Translates texts and names of the story into a language; needs If-Match
         * @description Roles: editor.
         */
        post: operations["translateStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/stories/{story}/variables/{variable}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The values of a variable over time, a series for each origin; with `validAt` those in force then
         * @description Roles: reporter, editor, publisher, custodian, auditor.
         */
        get: operations["readVariable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the tokens of services, the newest first, with their last use
         * @description Roles: administrator.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Makes a token for a service; only this answer has its secret
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: administrator.
         */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes a token: from now on it is refused
         * @description This operation has no `dryRun`: it concerns no story.
         *
         *     Roles: administrator.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the endpoints
         * @description Roles: administrator.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Registers an endpoint of a partner; only this answer has its secret
         * @description Messages are CloudEvents 1.0, signed according to Standard Webhooks.
         *
         *     Roles: administrator.
         */
        post: operations["registerWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads an endpoint: its state, position and last deliveries
         * @description Roles: administrator.
         */
        get: operations["readWebhook"];
        put?: never;
        post?: never;
        /**
         * Deletes an endpoint, its secrets and its pending messages
         * @description Roles: administrator.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks/{id}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the dead letters, in the order of the public log
         * @description Roles: administrator.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        /**
         * Deletes all dead letters of an endpoint
         * @description Roles: administrator.
         */
        delete: operations["discardDeadLetters"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks/{id}/dead-letters/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes a dead letter
         * @description Roles: administrator.
         */
        delete: operations["discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks/{id}/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends all or some dead letters again, before pending messages of their stories
         * @description Roles: administrator.
         */
        post: operations["replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pauses an endpoint until it is resumed; no message is lost
         * @description Roles: administrator.
         */
        post: operations["pauseWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a signed test event once, and reports the outcome
         * @description This operation has no `dryRun`: a ping is itself a test, and records nothing.
         *
         *     Roles: administrator.
         */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resumes an endpoint that was paused or switched off
         * @description Roles: administrator.
         */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotates the secret of an endpoint; the old one stays valid for 24 hours
         * @description This operation has no `dryRun`: a new secret is of use only if it is given out.
         *
         *     Roles: administrator.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports whether the process answers */
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
        /** Reports each check; answers 503 if a required check fails */
        get: operations["readReadiness"];
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
        /** @description A person of the newsroom. */
        Account: {
            /** @description Whether the account is disabled. */
            disabled: boolean;
            /**
             * Format: uuid
             * @description A stable id.
             */
            id: string;
            /** @description The name that others see. */
            name: string;
            /** @description The roles. */
            roles: ("reporter" | "editor" | "publisher" | "custodian" | "auditor" | "administrator")[];
            /** @description What the person types to sign in. */
            username: string;
        };
        AccountChangeInput: {
            /**
             * @description The name that others see.
             * @example M. Editor
             */
            name: string;
            /**
             * @example [
             *       "reporter"
             *     ]
             */
            roles: ("reporter" | "editor" | "publisher" | "custodian" | "auditor" | "administrator")[];
        };
        AccountInput: {
            /**
             * @description The name that others see.
             * @example M. Editor
             */
            name: string;
            /**
             * @example [
             *       "reporter"
             *     ]
             */
            roles: ("reporter" | "editor" | "publisher" | "custodian" | "auditor" | "administrator")[];
            /**
             * @description What the person types to sign in.
             * @example m.editor
             */
            username: string;
        };
        /**
         * Format: uri-reference
         * @description An address on this server.
         */
        Address: string;
        /** @description A verb that somebody may use. */
        AllowedVerb: {
            /**
             * @description Everything, or only what the same person recorded.
             * @enum {string}
             */
            reach: "all" | "own";
            /** @enum {string} */
            verb: "read" | "read-log" | "export" | "record" | "correct" | "release" | "run-story" | "correct-story" | "judge" | "kill" | "remove-words" | "register-party" | "describe-parties" | "import" | "read-clock" | "confirm-clock" | "keep-read-models" | "keep-webhooks" | "know-staff" | "manage-staff" | "manage-tokens" | "audit";
        };
        /** @description The stance of one origin towards one claim, in one development. */
        Assertion: {
            /** @description Further chains of attribution. */
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
            /** @description True while it is in force: not withdrawn, not retracted, and not replaced by its origin. */
            stands: boolean;
            /** @description Who withdrew it. */
            withdrawn: ("us" | "origin") | null;
        };
        AssertionInput: {
            /** @description The indexes, from 0, of the chains that support it; if absent, all. */
            chains?: number[] | null;
            claim: string;
            /** @enum {string} */
            stance: "asserts" | "confirms" | "denies" | "deniesNovelty" | "declinesComment" | "noKnowledge" | "qualifies" | "takesBack";
            /** @enum {string|null} */
            standing?: "principal" | "affiliated" | "witness" | "relayer" | null;
        };
        /** @description Assertions about a claim. */
        Assertions: {
            items: components["schemas"]["Assertion"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        /** @description An event of the audit log. */
        AuditEvent: {
            /** @description The account, token, story or route that it concerns. */
            about?: string;
            /** @description The network address of the request. */
            address?: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description More, in words. */
            detail?: string;
            revision: components["schemas"]["Revision"];
            /** @enum {string} */
            type: "SignedIn" | "SignInRefused" | "SignInsThrottled" | "SignedOut" | "SessionsEnded" | "AccountAdded" | "AccountSetUp" | "AccountChanged" | "AccountDisabled" | "AccountEnabled" | "AccountReset" | "PasswordChanged" | "TokenMade" | "TokenRevoked" | "AccessRefused" | "StoryExported" | "StoriesImported";
            /** @description The id of who acted; null for somebody unknown. */
            who: string | null;
        };
        /** @description A page of the audit log. */
        AuditPage: {
            /** @description The events, newest first. */
            items: components["schemas"]["AuditEvent"][];
            /** @description The next page; null for the last. */
            next: string | null;
        };
        /**
         * @description The first and the last millisecond of a valid time. Days are those of the newsroom’s zone. An open end is null.
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
        ChangedClaim: {
            /** @description True if it accuses somebody of something serious; else absent. */
            allegation?: boolean;
            /** @description Its former content, if that was corrected. */
            content: {
                was: {
                    /** @description True if it accuses somebody of something serious; else absent. */
                    allegation?: boolean;
                    /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
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
            /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
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
        ChangesInput: {
            answers?: string[];
            assertions?: components["schemas"]["AssertionInput"][];
            attribution?: components["schemas"]["LinkInput"][][];
            claims?: components["schemas"]["ClaimInput"][];
            evidence?: components["schemas"]["EvidenceInput"][];
            /** @enum {string} */
            kind?: "report" | "statement" | "confirmation" | "denial" | "noveltyDenial" | "noComment" | "noKnowledge" | "territorialGain" | "figure";
            /**
             * @description When it was true in the world: EDTF (ISO 8601-2, levels 0 and 1), years 0001 to 9999. Times need a zone.
             * @example 2016-11-28/2016-12-01
             */
            occurred?: string | null;
            place?: components["schemas"]["PlaceInput"] | null;
            raises?: components["schemas"]["QuestionInput"][];
            /**
             * @description When the source published it: EDTF.
             * @example 2016-12-01
             */
            reportedAt?: string | null;
            /** @enum {string} */
            significance?: "key" | "substantive" | "minor" | "cosmetic";
            /** @description Languages that are absent keep their text, marked to be checked; `null` removes one. */
            text?: {
                [key: string]: string | null;
            };
        };
        /** @description One check of readiness. */
        Check: {
            /** @description For an operator. */
            detail: string;
            /** @description The name of the check. */
            name: string;
            /** @description Whether it passes. */
            ok: boolean;
        };
        /** @description Claims: first those that the newsroom judged, then those of key developments, then the others. Within each group the latest change comes first. */
        ChosenClaims: {
            items: components["schemas"]["Claim"][];
            /** @description The next page; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description The total number; null with filters in a story of more than 5,000 claims. */
            total: number | null;
        };
        /** @description One checkable proposition with its status, and the newest five assertions in force. */
        Claim: {
            /** @description True if it accuses somebody of something serious; else absent. */
            allegation?: boolean;
            assertions: components["schemas"]["Assertions"];
            /**
             * @description How many of the responsible sides support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements behind the status: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether any origin disagrees.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
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
             * @description How many origins support it, and whether two of them are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        ClaimChangesInput: {
            /** @description `null` and `false` remove the mark. Readers see no correction. */
            allegation?: boolean | null;
            /** @description For a decision: the parties that may decide, each of them alone, with their present names. */
            decidedBy?: string[];
            figure?: components["schemas"]["FigureInput"];
            occurred?: string | null;
            place?: components["schemas"]["PlaceInput"] | null;
            territory?: components["schemas"]["TerritoryInput"];
            /** @description Languages that are absent keep their text, marked to be checked; `null` removes one. */
            text?: {
                [key: string]: string | null;
            };
        };
        ClaimCorrectionInput: {
            changes: components["schemas"]["ClaimChangesInput"];
            reason: string;
            /** @description Fields whose old value stays private: readers see only that they changed. */
            withhold?: string[];
        };
        ClaimInput: {
            /** @description Whether the claim accuses somebody of something serious. Until it has good support, a warning says to refer it before it is published. Readers never see this mark. If absent, a claim that exists keeps its mark. */
            allegation?: boolean | null;
            /** @description For a decision: the parties that may decide, each of them alone. Once one announces it, its status is `announced`. */
            decidedBy?: string[] | null;
            figure?: components["schemas"]["FigureInput"] | null;
            id: string;
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            /**
             * @description EDTF; times need a zone.
             * @example 2016-11-28/2016-12-01
             */
            occurred?: string | null;
            place?: components["schemas"]["PlaceInput"] | null;
            territory?: components["schemas"]["TerritoryInput"] | null;
            /**
             * @example {
             *       "en": "Russia and rebel groups hold talks in Turkey"
             *     }
             */
            text: {
                [key: string]: string;
            };
        };
        /** @description A relation between two claims. It never changes a status. After `supersedes`, `restates` and `annuls`, the other claim is no longer in force. */
        ClaimLink: {
            from: components["schemas"]["Slug"];
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            relation: "same" | "narrows" | "broadens" | "contradicts" | "supersedes" | "restates" | "annuls";
            to: components["schemas"]["Slug"];
        };
        ClaimLinkInput: {
            /** @enum {string} */
            relation: "same" | "narrows" | "broadens" | "contradicts" | "supersedes" | "restates" | "annuls";
            to: string;
        };
        /** @description One claim in full, with the history of its status. */
        ClaimPage: {
            /** @description True if it accuses somebody of something serious; else absent. */
            allegation?: boolean;
            assertions: components["schemas"]["Assertions"];
            /**
             * @description How many of the responsible sides support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements behind the status: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether any origin disagrees.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            /** @description True if its content was corrected. */
            corrected: boolean;
            /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            explanation: components["schemas"]["Text"];
            figure: components["schemas"]["Figure"] | null;
            flags: components["schemas"]["Flag"][];
            /** @description Its statuses, oldest first: the newest hundred. */
            history: components["schemas"]["StatusThen"][];
            id: components["schemas"]["Slug"];
            identifiedBy: components["schemas"]["Uuid"];
            /** @description The judgements that were not revoked, oldest first. The last one is in force. */
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
             * @description How many origins support it, and whether two of them are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        /** @description Claims: first those that the newsroom judged, then those of key developments, then the others. Within each group the latest change comes first. */
        Claims: {
            items: components["schemas"]["Claim"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        /** @description The status of a claim, with its reasons. */
        ClaimStanding: {
            /**
             * @description How many of the responsible sides support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements behind the status: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether any origin disagrees.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            explanation: components["schemas"]["Text"];
            flags: components["schemas"]["Flag"][];
            revision: components["schemas"]["Revision"];
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            /**
             * @description How many origins support it, and whether two of them are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
        };
        /**
         * @description The status that follows from the assertions in force and their origins.
         * @enum {string}
         */
        ClaimStatus: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
        ClaimTextInput: {
            claim: string;
            /** @description `null` removes the translation. */
            text: string | null;
        };
        ClassificationInput: {
            places: components["schemas"]["PlaceInput"][];
            topics: string[];
        };
        /** @description The time of recording (`now`), and the time of the machine’s clock. */
        Clock: {
            /** @description How many embargoes have not ended. */
            embargoes: number;
            machine: components["schemas"]["Instant"];
            now: components["schemas"]["Instant"];
            reason: string | null;
            /** @description Since when it is in doubt. */
            since: components["schemas"]["Instant"] | null;
            /** @description Whether the machine’s clock is trusted. If not, no embargo ends. */
            trusted: boolean;
        };
        ClockConfirmationInput: {
            now: string;
        };
        ClosingInput: {
            /** @description The reason, for the newsroom's own record. It is never public. */
            reason?: string | null;
            /**
             * @description Whether scheduled items are released at their time (`comes`), or only after the story is reopened (`waits`).
             * @enum {string|null}
             */
            scheduled?: "comes" | "waits" | null;
        };
        /**
         * @description How the number is meant: `~` means about.
         * @enum {string}
         */
        Comparator: "=" | "~" | ">" | ">=" | "<" | "<=";
        CorrectedClaimInput: {
            changes: components["schemas"]["ClaimChangesInput"];
            claim: string;
            /** @description Fields whose old value stays private: readers see only that they changed. */
            withhold?: string[];
        };
        CorrectedDevelopmentInput: {
            changes: components["schemas"]["ChangesInput"];
            /** @description The id of the development; in an import file also the ref of its line. */
            development: string;
            /** @description Fields whose old value stays private: readers see only that they changed. */
            withhold?: string[];
        };
        /** @description One part of a joint correction: a development, a claim, the headline, or the lede. */
        CorrectedPart: {
            changes: components["schemas"]["FieldChange"][];
            claim?: components["schemas"]["Slug"];
            development?: components["schemas"]["Uuid"];
            /** @enum {string} */
            heading?: "headline" | "lede";
        };
        /** @description A correction of a development, of a claim, or of several `parts`; a changed verdict; or a removal. */
        Correction: {
            at: components["schemas"]["Instant"];
            /** @description The changed fields. Empty for a removal, or if `parts` have the changes. */
            changes: components["schemas"]["FieldChange"][];
            claim?: components["schemas"]["Slug"];
            /**
             * @description `correction`: a wrong fact. `clarification`: misleading wording. `refile`: a slip that changes no meaning. `removal`: a text removed whatever the `asOf`.
             * @enum {string}
             */
            class: "correction" | "clarification" | "refile" | "removal";
            development?: components["schemas"]["Uuid"];
            /**
             * @description The reason for a removal; else absent.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            id: components["schemas"]["Uuid"];
            /** @description Notes on the languages of the notice. */
            languages?: components["schemas"]["Languages"];
            /** @description The notice to readers: what was wrong. */
            notice: components["schemas"]["Text"] | null;
            /** @description The parts of a joint correction: one mistake in several parts of the story. */
            parts?: components["schemas"]["CorrectedPart"][];
            revision: components["schemas"]["Revision"];
        };
        CorrectionInput: {
            changes: components["schemas"]["ChangesInput"];
            /** @enum {string} */
            class: "correction" | "clarification" | "refile";
            /** @description For readers: what was wrong. */
            notice?: {
                [key: string]: string;
            } | null;
            reason: string;
            /** @description Fields whose old value stays private: readers see only that they changed. */
            withhold?: string[];
        };
        /** @description Corrections, newest first. */
        Corrections: {
            items: components["schemas"]["Correction"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        /** @description A message that could not be delivered, and was set aside. */
        DeadLetter: {
            /** @description How often it was sent. */
            attempts: number;
            diedAt: components["schemas"]["Instant"];
            event: components["schemas"]["Uuid"];
            /**
             * @description Why the delivery failed.
             * @enum {string}
             */
            failure: "address-refused" | "name-unresolved" | "connection" | "tls" | "timeout" | "answer-malformed" | "redirect" | "status";
            position: components["schemas"]["Position"];
            /** @description The status of the answer; null without an answer. */
            status: number | null;
            story: components["schemas"]["Uuid"];
        };
        DeadLetters: {
            items: components["schemas"]["DeadLetter"][];
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        /** @description A party that may take the decision. */
        Decider: {
            id: components["schemas"]["Slug"];
            /** @description Its name at the time of the claim. */
            name: string;
            type: components["schemas"]["PartyType"];
        };
        /** @description One recorded act of coverage: an entry of the timeline. A withheld one has a notice and no content. */
        Development: {
            /** @description The questions that it answers. */
            answers: components["schemas"]["Slug"][];
            assertions: components["schemas"]["Stance"][];
            attribution: components["schemas"]["Chain"][];
            /** @description The claims that it names. */
            claims: components["schemas"]["Slug"][];
            /** @description The number of its corrections. */
            corrections: number;
            evidence: components["schemas"]["Evidence"][];
            id: components["schemas"]["Uuid"];
            /** @description When it was imported; null if it was recorded here. */
            imported: components["schemas"]["Instant"] | null;
            kind: components["schemas"]["Kind"];
            languages?: components["schemas"]["Languages"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            /** @description Claims that it makes public, although their own developments are not public. */
            publishes: components["schemas"]["Slug"][];
            /** @description The questions that it raises. */
            raises: {
                id: components["schemas"]["Slug"];
                languages?: components["schemas"]["Languages"];
                text: components["schemas"]["Text"];
            }[];
            recordedAt: components["schemas"]["Instant"];
            /** @description Who recorded it. */
            recordedBy: string | null;
            release: components["schemas"]["Release"];
            releasedAt: components["schemas"]["Instant"] | null;
            /** @description When the source published it. */
            reportedAt: components["schemas"]["Edtf"] | null;
            reportedAtBounds: components["schemas"]["Bounds"] | null;
            /** @description Who retracted it, and when. */
            retracted: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                by: "us" | "outlet";
            } | null;
            revision: components["schemas"]["Revision"];
            significance: components["schemas"]["Significance"];
            text: components["schemas"]["Text"];
            /** @description When it last changed: corrected, retracted, withheld or reinstated. */
            updatedAt: components["schemas"]["Instant"];
            withheld: components["schemas"]["Notice"] | null;
        };
        /** @description The number of developments, by kind and by day. */
        DevelopmentCounts: {
            /** @description Days with developments, newest first. */
            items: {
                /** @description The day, in the newsroom’s zone. */
                day: string;
                kinds: components["schemas"]["KindCounts"];
                /** @description The number of developments recorded on that day. */
                total: number;
            }[];
            /** @description The number of key developments. */
            key: number;
            kinds: components["schemas"]["KindCounts"];
            /** @description The page with earlier days; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description The number of developments. */
            total: number;
        };
        DevelopmentInput: {
            answers?: string[];
            assertions?: components["schemas"]["AssertionInput"][];
            /** @description Chains of attribution. Each begins with the outermost outlet and ends with the origin. */
            attribution: components["schemas"]["LinkInput"][][];
            claims?: components["schemas"]["ClaimInput"][];
            evidence?: components["schemas"]["EvidenceInput"][];
            /** @description New values of variables that the story has. They need no claims. */
            figures?: components["schemas"]["RunningFigureInput"][];
            /** @enum {string} */
            kind: "report" | "statement" | "confirmation" | "denial" | "noveltyDenial" | "noComment" | "noKnowledge" | "territorialGain" | "figure";
            /**
             * @description When it was true in the world: EDTF (ISO 8601-2, levels 0 and 1), years 0001 to 9999. Times need a zone.
             * @example 2016-11-28/2016-12-01
             */
            occurred?: string | null;
            place?: components["schemas"]["PlaceInput"] | null;
            publishes?: string[];
            raises?: components["schemas"]["QuestionInput"][];
            /**
             * @description `now`, `held`, or `{"embargoedUntil": "2026-01-01T06:00:00Z"}`.
             * @example now
             */
            release?: ("now" | "held") | components["schemas"]["EmbargoInput"];
            /**
             * @description When the source published it: EDTF.
             * @example 2016-12-01
             */
            reportedAt?: string | null;
            /** @enum {string} */
            significance?: "key" | "substantive" | "minor" | "cosmetic";
            /**
             * @example {
             *       "en": "RIA Novosti, citing a senior opposition official, confirms the talks."
             *     }
             */
            text: {
                [key: string]: string;
            };
        };
        /** @description Developments, newest first. */
        Developments: {
            items: components["schemas"]["Development"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        DevelopmentTextInput: {
            /** Format: uuid */
            development: string;
            /** @description `null` removes the translation. */
            text: string | null;
        };
        DocumentInput: {
            /**
             * @description Whether this newsroom verified that the document is genuine. The default for a new document is `unverified`.
             * @enum {string|null}
             */
            authenticity?: "unverified" | "verified" | "disputed" | null;
            /**
             * @description The date on the document: EDTF.
             * @example 2015-03-12
             */
            date?: string | null;
            /** @description Who issued or published it. */
            issuer?: components["schemas"]["IssuerInput"] | null;
            /**
             * @description `text`, or the kind of recording. The default for a new document is `text`.
             * @enum {string|null}
             */
            medium?: "text" | "audio" | "video" | "picture" | null;
            /**
             * Format: uuid
             * @description The id of a source that this story has already.
             */
            origin?: string;
            /** @description Whether readers see the document in the chain; if not, the public chain ends at the outlet before it. By default they do. */
            public?: boolean | null;
            /** @description Your name for the source: with it, one request or import can use the same source several times. */
            ref?: string;
            /** @description Where the newsroom saw it: an address or a description. Readers see it only with `seenPublic`. */
            seen?: string | null;
            /** @description Whether readers see `seen` and `sha256`. By default they do not. */
            seenPublic?: boolean | null;
            /** @description The hash of the copy that was seen. It identifies the document, as `origin` does. Readers see it only with `seenPublic`. */
            sha256?: string | null;
            /**
             * @description Its title, or a short description.
             * @example {
             *       "en": "Inspection report of the dam"
             *     }
             */
            title?: {
                [key: string]: string;
            };
        };
        DocumentLink: {
            /** @description A document or a recording. */
            document: {
                /**
                 * @description Whether it is authentic. `verified` means by this newsroom.
                 * @enum {string}
                 */
                authenticity: "unverified" | "verified" | "disputed";
                /** @description The date that it bears. */
                date: components["schemas"]["Edtf"] | null;
                /** @description Who issued or published it. */
                issuer: {
                    /** @description The name of the issuer. */
                    name: string;
                    party?: components["schemas"]["Slug"];
                    type?: components["schemas"]["PartyType"];
                } | null;
                /**
                 * @description The medium. Any other than text is a recording.
                 * @enum {string}
                 */
                medium: "text" | "audio" | "video" | "picture";
                origin: components["schemas"]["Uuid"];
                /** @description True if readers see that the development is based on it. */
                public?: boolean;
                /** @description Where the newsroom saw it, in words or as an address; null if that is not public. */
                seen: string | null;
                /** @description True if readers see `seen` and `sha256`. */
                seenPublic?: boolean;
                /** @description The hash of the copy that the newsroom saw; null if that is not public. */
                sha256: string | null;
                title: components["schemas"]["Text"];
            };
            standing?: components["schemas"]["Standing"];
        };
        Dropped: {
            /** @description How many files or dead letters were deleted. */
            deleted: number;
        };
        /** @description The effects that a request would have. Nothing is recorded, and no `Idempotency-Key` is used. */
        DryRun: {
            /** @description Whether anything would be recorded; false if nothing would change. */
            changes: boolean;
            /** @constant */
            dryRun: true;
            /** @description The events that would be public at once. */
            public: {
                /** @description As in the public log. */
                data: {
                    [key: string]: unknown;
                };
                /** @description `StoryOpened`, `ConfirmationRecorded`, … */
                type: string;
            }[];
            /** @description The present revision of the story; 0 if it does not exist. */
            revision?: components["schemas"]["Revision"];
            /** @description What would be embargoed or on hold. */
            scheduled: {
                /** @description The id of a development, or of a scheduled headline or lede. */
                id: string;
                languages?: components["schemas"]["Languages"];
                release: components["schemas"]["Release"];
                text: components["schemas"]["Text"];
                /** @enum {string} */
                what: "headline" | "lede" | "development";
            }[];
            /** @description Claims whose status would change. */
            statuses: components["schemas"]["StatusMove"][];
            /** @description After a kill or takedown: what may still show the same content. */
            stays?: components["schemas"]["Stays"][];
            /** @description Only for a write to a story. */
            story?: components["schemas"]["Uuid"];
            warnings: components["schemas"]["Warning"][];
        };
        /**
         * @description Valid time, in EDTF (ISO 8601-2): it may be imprecise, an interval, or open.
         * @example 2016-11-28/2016-12-01
         */
        Edtf: string;
        EmbargoInput: {
            /**
             * @description A time with its zone (RFC 3339; minutes are enough).
             * @example 2026-01-01T06:00:00Z
             */
            embargoedUntil: string;
        };
        Evidence: {
            /** @description True if readers see it. */
            public: boolean;
            /** @description The hash of the bytes at the address. */
            sha256: string | null;
            /**
             * Format: uri
             * @description Its address.
             */
            url: string;
        };
        EvidenceInput: {
            /** @description Whether readers see it. By default they do not. */
            public?: boolean;
            sha256?: string | null;
            /** Format: uri */
            url: string;
        };
        /** @description A fault in a line of an import file. */
        Fault: {
            /** @description What is wrong there. */
            detail: string;
            line: number;
            /** @description The name of the parameter. */
            parameter?: string;
            /** @description The part of the line, as a JSON Pointer. */
            pointer?: string;
        };
        /** @description The former and the new value of a field. With `withheld`, only the name of the field is public. */
        FieldChange: {
            /** @description The field. It is `headline` or `lede` for a heading, and `verdict` for a changed or revoked judgement. */
            field: string;
            /** @description The new value, in the same form; null if no verdict is in force any more. */
            is: unknown;
            /** @description The former value, in the form of the development or claim. */
            was: unknown;
        } | {
            /** @description The field. */
            field: string;
            /** @constant */
            withheld: true;
        };
        /** @description A number or a range, and what it counts. */
        Figure: {
            comparator: components["schemas"]["Comparator"];
            /** @description The number. */
            count: number | null;
            /** @description The whole, if the figure is a share. */
            denominator: string | null;
            /** @description The upper bound. */
            high: number | null;
            /** @description The lower bound. */
            low: number | null;
            /** @description The group to which it applies. */
            of: string | null;
            /** @description The period that it covers. */
            period: string | null;
            /** @description The unit. */
            unit: string | null;
            variable: components["schemas"]["Slug"];
            /** @description What the number counts. */
            what: string;
        };
        FigureInput: {
            /** @enum {string} */
            comparator: "=" | "~" | ">" | ">=" | "<" | "<=";
            count?: number | null;
            denominator?: string | null;
            high?: number | null;
            low?: number | null;
            of?: string | null;
            period?: string | null;
            unit?: string | null;
            /** @description What a series of values measures. If absent: in a new claim, the id of the claim; in a correction, the present variable. */
            variable?: string;
            what: string;
        };
        /** @description The effects of a request. */
        Filed: {
            /** @description The assertions of the development. */
            assertions?: components["schemas"]["Uuid"][];
            /** @description The claims of the development, also those for its running figures. */
            claims?: {
                /** @description The id of the claim. */
                id: string;
                text: components["schemas"]["Text"];
            }[];
            /**
             * @description After a kill or takedown: the grounds that readers see.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            /** @description The id of what the request made or changed: a UUID, or the id of a claim. */
            id: string;
            /** @description The origins of the development. */
            origins?: components["schemas"]["Origin"][];
            position: components["schemas"]["Position"];
            /** @description Revision and position in the public log; null if readers do not see it, or only after more than a second. */
            public: {
                position: components["schemas"]["Position"];
                revision: components["schemas"]["Revision"];
            } | null;
            revision: components["schemas"]["Revision"];
            /** @description The id of a scheduled headline or lede. */
            scheduled?: string;
            /** @description After the revocation of a judgement: the older judgement that is in force again, or null. */
            standsAgain?: {
                id: components["schemas"]["Uuid"];
                recordedAt: components["schemas"]["Instant"];
                /** @enum {string} */
                verdict: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven";
            } | null;
            /** @description After a kill or takedown: what may still show the same content. */
            stays?: components["schemas"]["Stays"][];
            story: components["schemas"]["Uuid"];
            warnings: components["schemas"]["Warning"][];
        };
        /** @description A fault in a request. */
        Finding: {
            /** @description What is wrong there. */
            detail: string;
            /** @description The name of the path or query parameter. */
            parameter?: string;
            /**
             * Format: json-pointer
             * @description The part of the body, as a JSON Pointer (RFC 6901).
             */
            pointer?: string;
        };
        /** @description A note beside the status, which does not change it. */
        Flag: {
            /** @description Claims that replace or contradict this one, as linked by an editor. */
            by?: components["schemas"]["Slug"][];
            /** @enum {string} */
            flag: "anonymous-only" | "document-unverified" | "document-disputed" | "same-side" | "novelty-contested" | "no-comment" | "no-knowledge" | "qualified" | "taken-back" | "superseded" | "restated" | "annulled" | "contradicted" | "corrected";
            /** @description Parties, or the origin ids of other sources. */
            who?: string[];
        };
        /** @description Stories as of a moment, the newest development first, or in the order of `sort`. */
        FrontPage: {
            asOf: components["schemas"]["Instant"] | null;
            items: components["schemas"]["FrontPageStory"][];
            /** @description The next page; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description The position from which to follow changes. Only on the first page as of now; else null. */
            position: components["schemas"]["Position"] | null;
            /** @description Null if a count would have to look at more than 1,000 stories. */
            total: number | null;
        };
        FrontPageStory: {
            /** @description The number of its claims. */
            claims: number;
            /** @description The number of its developments. */
            developments: number;
            headline: components["schemas"]["Text"];
            id: components["schemas"]["Uuid"];
            /** @description The main language of the story: BCP 47. */
            language: string;
            /** @description Notes on the languages of the headline and the lede; absent without notes. */
            languages?: {
                headline?: components["schemas"]["Languages"];
                lede?: components["schemas"]["Languages"];
            };
            lede: components["schemas"]["Text"] | null;
            /** @description Names of parties, sides, sources, places and units in other languages; absent without any. */
            names?: {
                /** @description The name as the story has it. */
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
            /** @description Scheduled headlines and ledes, in the order of their release; those on hold come last. */
            scheduled: {
                /** @description Its id. */
                id: string;
                languages?: components["schemas"]["Languages"];
                release: components["schemas"]["Release"];
                text: components["schemas"]["Text"];
                /** @enum {string} */
                what: "headline" | "lede";
            }[];
            slug: components["schemas"]["Slug"];
            /** @description An excerpt that matches `q`; null without `q`, or if no searched text has its words. */
            snippet: components["schemas"]["Snippet"] | null;
            status: components["schemas"]["StoryStatus"];
            /** @description The summary that editors pinned. */
            summary: components["schemas"]["Summary"] | null;
            /** @description IPTC Media Topics. */
            topics: string[];
            updatedAt: components["schemas"]["Instant"];
        };
        HeadingRemovalInput: {
            /** @description Who demanded it, e.g. a court. Readers see it. Required for a takedown on legal grounds. */
            authority?: string;
            /**
             * @description Readers see the grounds. If absent: `reason`, if it is exactly one of these words. Otherwise `legal` for a takedown, `privacy` for `/desk/v1/removals`, and `wrong` for any other kill.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            /** @description What readers see in its place. */
            notice: {
                [key: string]: string;
            };
            reason: string;
            /** @description The desk's revision that set the heading; if absent, the present heading. */
            revision?: string;
            /** @description What readers see instead, whatever the `asOf`; if absent, the notice. */
            with?: {
                [key: string]: string;
            };
        };
        HeadlineInput: {
            /**
             * @description Languages that are absent keep their text, marked to be checked; `null` removes one.
             * @example {
             *       "en": "Talks broken off"
             *     }
             */
            headline: {
                [key: string]: string | null;
            };
            /**
             * @description `now`, `held`, or `{"embargoedUntil": "2026-01-01T06:00:00Z"}`.
             * @example now
             */
            release?: ("now" | "held") | components["schemas"]["EmbargoInput"];
        };
        /** @description A UUID, as in an export; for a side or a party, its slug. */
        Id: string;
        /** @description One command of an import file, with the body members of the same request. `ref` is required for `record`, and for a line to which a later line refers. */
        ImportLine: {
            /**
             * Format: date-time
             * @description When it was recorded there.
             */
            at: string;
            /** @description Who recorded it. */
            by?: string;
            /** @enum {string} */
            command: "side" | "party" | "open" | "record" | "correct" | "correct-claim" | "correct-story" | "retract" | "revoke-retraction" | "withdraw" | "release" | "judge" | "revoke-judgement" | "link" | "revoke-link" | "independence" | "headline" | "lede" | "translate" | "summary" | "unpin-summary" | "reschedule" | "classify" | "kill" | "takedown" | "remove" | "reinstate" | "close" | "reopen";
            id?: components["schemas"]["Id"];
            /** @description The name of this line. Later lines use it to refer to what this line makes. */
            ref?: string;
            story?: components["schemas"]["Slug"];
            /**
             * @description The time zone of the newsroom that recorded the line. It decides when days begin and end. If absent, the zone of the newsroom that imports applies.
             * @example America/New_York
             */
            zone?: string;
        } & {
            [key: string]: unknown;
        };
        ImportProgress: {
            /** @description Events recorded. */
            added: number;
            /** @description Lines done. */
            line: number;
            /** @description Lines in all. */
            of: number;
        } | {
            /** @description Events recorded; in a dry run, those that would be. */
            added: number;
            /** @constant */
            done: true;
            /**
             * @description Only in a dry run.
             * @constant
             */
            dryRun?: true;
            /** @description Lines in all. */
            lines: number;
            /** @description Lines that were recorded before. */
            skipped: number;
            stories: components["schemas"]["Slug"][];
        } | {
            error: {
                /** @description The code of a problem. */
                code: string;
                /** @description What was found and what to do. */
                detail: string;
            };
            /** @description The line at which it ended. */
            line?: number;
        };
        IndependenceInput: {
            independent: boolean;
            /** @description Two origin ids. */
            origins: string[];
            reason: string;
        };
        /**
         * Format: date-time
         * @description A moment: RFC 3339 in UTC, with milliseconds.
         * @example 2016-12-01T10:30:00.000Z
         */
        Instant: string;
        /** @description An account, and the link with which the person sets a password. */
        Invitation: {
            /**
             * Format: date-time
             * @description When the link ends.
             */
            endsAt: string;
            /**
             * Format: uri
             * @description The one-time link, for the person alone: only this answer has it.
             */
            link: string;
            staff: components["schemas"]["Account"];
        };
        InvitationInput: {
            /** @description The part of the link after `#`. */
            link: string;
            /** @description The new password: at least 15 characters. */
            password: string;
        };
        IssuerInput: {
            name?: string;
            party?: string;
        };
        JointCorrectionInput: {
            claims?: components["schemas"]["CorrectedClaimInput"][];
            /** @enum {string} */
            class: "correction" | "clarification" | "refile";
            developments?: components["schemas"]["CorrectedDevelopmentInput"][];
            /** @description The new headline, as in `PUT headline`. Scheduled headlines stay. */
            headline?: {
                [key: string]: string | null;
            };
            /** @description The new lede, as in `PUT lede`. Scheduled ledes stay. */
            lede?: {
                [key: string]: string | null;
            };
            /** @description For readers: what was wrong. */
            notice?: {
                [key: string]: string;
            } | null;
            reason: string;
        };
        /** @description The result of the newsroom’s own check. */
        Judgement: {
            id: components["schemas"]["Uuid"];
            /** @description The method of the check; null if it is not public. */
            method: string | null;
            recordedAt: components["schemas"]["Instant"];
            /**
             * @description The verdict, on a scale from true to false; `unproven` means neither.
             * @enum {string}
             */
            verdict: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven";
        };
        JudgementInput: {
            /** @description How the newsroom reached the verdict. */
            method: string;
            /** @description Whether readers see the method. */
            public?: boolean;
            reason: string;
            /**
             * @description From true to false; `unproven` if nothing proves or disproves the claim. `false` is the same as `refuted`.
             * @enum {string}
             */
            verdict: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "false";
        };
        KeyPointInput: {
            /** @description A public claim of the story. Readers see its status beside the point. */
            claim?: string | null;
            text: {
                [key: string]: string;
            };
        };
        KillInput: {
            /** @description Whether to also kill the claims that this development made first, even if other developments make them too. */
            andClaims?: boolean;
            /** @description Who demanded it, e.g. a court. Readers see it. Required for a takedown on legal grounds. */
            authority?: string;
            /**
             * @description Readers see the grounds. If absent: `reason`, if it is exactly one of these words. Otherwise `legal` for a takedown, `privacy` for `/desk/v1/removals`, and `wrong` for any other kill.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            /** @description What readers see in its place. */
            notice: {
                [key: string]: string;
            };
            /** @description Claims whose text stays public, although all other developments that name them only deny it or decline to comment. */
            publishes?: string[];
            reason: string;
        };
        /**
         * @description The kind of development.
         * @enum {string}
         */
        Kind: "report" | "statement" | "confirmation" | "denial" | "noveltyDenial" | "noComment" | "noKnowledge" | "territorialGain" | "figure";
        /**
         * @description The number of developments of each kind. Kinds without any are left out.
         * @example {
         *       "report": 3,
         *       "denial": 1
         *     }
         */
        KindCounts: {
            [key: string]: number;
        };
        /**
         * @description Notes on the text in some languages, by BCP 47 tag. A language without a note has the text as recorded or corrected.
         * @example {
         *       "fr": {
         *         "translated": true,
         *         "toCheck": false
         *       }
         *     }
         */
        Languages: {
            [key: string]: {
                /** @description True if another language was corrected later, but not this one. */
                toCheck: boolean;
                /** @description True for a translation that was added after the text was recorded. */
                translated: boolean;
            };
        };
        LedeInput: {
            /** @description Languages that are absent keep their text, marked to be checked; `null` removes one. */
            lede: {
                [key: string]: string | null;
            };
            /**
             * @description `now`, `held`, or `{"embargoedUntil": "2026-01-01T06:00:00Z"}`.
             * @example now
             */
            release?: ("now" | "held") | components["schemas"]["EmbargoInput"];
        };
        Link: components["schemas"]["PartyLink"] | components["schemas"]["UnnamedLink"] | components["schemas"]["DocumentLink"] | components["schemas"]["RumourLink"];
        LinkInput: {
            /** @description Only as the last link. */
            document?: components["schemas"]["DocumentInput"];
            party?: string;
            /** @description What circulates without a known origin. Only as the last link. */
            rumour?: components["schemas"]["RumourInput"];
            /** @enum {string|null} */
            standing?: "principal" | "affiliated" | "witness" | "relayer" | null;
            unnamed?: components["schemas"]["UnnamedInput"];
        };
        LinkRevocationInput: {
            /** @description The reason, for the newsroom's own record. It is never public. */
            reason?: string | null;
        };
        Liveness: {
            /** @enum {string} */
            status: "live";
        };
        Log: {
            items: components["schemas"]["LoggedEvent"][];
            next: components["schemas"]["Address"] | null;
        };
        /** @description An event in the log. */
        LoggedEvent: {
            /** @description The data of the event; its members depend on the type. */
            data: {
                [key: string]: unknown;
            };
            id: components["schemas"]["Uuid"];
            metadata: {
                causationId?: components["schemas"]["Uuid"];
                correlationId?: components["schemas"]["Uuid"];
                idempotency?: {
                    /** @description The hash of the request. */
                    hash: string;
                    /** @description The key of the request. */
                    key: string;
                };
                importedAt?: components["schemas"]["Instant"];
                recordedAt: components["schemas"]["Instant"];
                /** @description Who recorded it. */
                recordedBy: string;
                schemaVersion: number;
            };
            position: components["schemas"]["Position"];
            revision: components["schemas"]["Revision"];
            /** @description `StoryOpened`, `ConfirmationRecorded`, … */
            type: string;
        };
        NameTextInput: {
            /**
             * @description The name of a party, side, source, place or unit, or a word of a quantity, as in the story.
             * @example Aleppo
             */
            name: string;
            /**
             * @description `null` removes the translation.
             * @example Alep
             */
            text: string | null;
        };
        /** @description A new token, with its secret. */
        NewToken: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            endsAt: string;
            /**
             * Format: uuid
             * @description A stable id.
             */
            id: string;
            /** @description The id of who made it. */
            madeBy: string;
            /** @description The name of the service. */
            name: string;
            /** @description When it was revoked. */
            revokedAt: string | null;
            /** @description The roles. */
            roles: ("reporter" | "editor" | "publisher" | "custodian" | "auditor" | "administrator")[];
            /** @description What the service sends as `Bearer`: only this answer has it. */
            token: string;
            /** @description The last use, to the minute. */
            usedAt: string | null;
        };
        /** @description What remains of killed or taken-down content. */
        Notice: {
            at: components["schemas"]["Instant"];
            /** @description Who demanded it. */
            authority: string | null;
            /**
             * @description The reason.
             * @enum {string}
             */
            grounds: "wrong" | "safety" | "legal" | "privacy";
            /**
             * @description `killed` by the newsroom, or `takenDown` because somebody demanded it.
             * @enum {string}
             */
            how: "killed" | "takenDown";
            languages?: components["schemas"]["Languages"];
            notice: components["schemas"]["Text"];
        };
        NoticeTextInput: {
            /**
             * Format: uuid
             * @description The id of a correction or removal, or of a withheld development or story.
             */
            of: string;
            /** @description `null` removes the translation. */
            text: string | null;
        };
        OpenedStory: {
            id: components["schemas"]["Uuid"];
            position: components["schemas"]["Position"];
            revision: components["schemas"]["Revision"];
            slug: components["schemas"]["Slug"];
            warnings: components["schemas"]["Warning"][];
        };
        OpenStoryInput: {
            /**
             * @example {
             *       "en": "Russia and Syrian rebels hold secret talks in Turkey"
             *     }
             */
            headline: {
                [key: string]: string;
            };
            /**
             * @description BCP 47: the main language of the story.
             * @example en
             */
            language: string;
            lede?: {
                [key: string]: string;
            } | null;
            places?: components["schemas"]["PlaceInput"][];
            /**
             * @description The permanent name of the story, unique in the newsroom.
             * @example aleppo-talks
             */
            slug: string;
            /**
             * @description IPTC Media Topics.
             * @example [
             *       "medtop:20000076"
             *     ]
             */
            topics?: string[];
        };
        OrderedRemovalInput: {
            /** @description Who demanded it, e.g. a court. Readers see it. Required for a takedown on legal grounds. */
            authority?: string;
            /**
             * @description Readers see the grounds. If absent: `reason`, if it is exactly one of these words. Otherwise `legal` for a takedown, `privacy` for `/desk/v1/removals`, and `wrong` for any other kill.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            /** @description What readers see in its place. */
            notice: {
                [key: string]: string;
            };
            reason: string;
        };
        /**
         * @description The source that knows the matter itself: the id of a party, of an unnamed source, of a document or of a rumour. Or `unknown:` with the outlet that does not name its source.
         * @example moscow
         * @example unknown:our-newsroom
         */
        Origin: string;
        Parties: {
            items: components["schemas"]["Party"][];
        };
        /** @description A person, outlet, organization, state or group. */
        Party: {
            /** @description Other names in texts; absent if there are none. */
            aliases?: string[];
            id: components["schemas"]["Slug"];
            /** @description Its name. */
            name: string;
            /** @description Null if it belongs to no declared side. */
            side: components["schemas"]["Slug"] | null;
            /** @description The party for which it speaks: both are one origin. */
            speaksFor: components["schemas"]["Slug"] | null;
            type: components["schemas"]["PartyType"];
        };
        PartyClaim: {
            claim: components["schemas"]["Slug"];
            /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            figure: components["schemas"]["Figure"] | null;
            headline: components["schemas"]["Text"];
            href: components["schemas"]["Address"];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            /** @description When it took this stance. */
            spokeAt: components["schemas"]["Instant"];
            /** @enum {string} */
            stance: "asserted" | "confirmed" | "denied";
            status: components["schemas"]["ClaimStatus"];
            story: components["schemas"]["Slug"];
            /** @description True if it took back its statement, or later said the opposite. */
            takenBack: boolean;
            /** @description When it took back its statement; null if it did not. */
            takenBackAt: components["schemas"]["Instant"] | null;
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        PartyDescriptionInput: {
            /**
             * @description Other names in texts, for the warnings only: readers do not see them. If absent they stay; `null` removes them.
             * @example [
             *       "SANA"
             *     ]
             */
            aliases?: string[] | null;
            name: string;
            side?: string | null;
            /** @description The body for which this party speaks: both are one origin. */
            speaksFor?: string | null;
            /** @enum {string} */
            type: "person" | "outlet" | "organization" | "state" | "group";
        };
        PartyInput: {
            /**
             * @description Other names in texts, for the warnings only: readers do not see them. If absent they stay; `null` removes them.
             * @example [
             *       "SANA"
             *     ]
             */
            aliases?: string[] | null;
            id: string;
            name: string;
            side?: string | null;
            /** @description The body for which this party speaks: both are one origin. */
            speaksFor?: string | null;
            /** @enum {string} */
            type: "person" | "outlet" | "organization" | "state" | "group";
        };
        PartyLink: {
            /** @description Its name at that time. */
            name: string;
            party: components["schemas"]["Slug"];
            side: components["schemas"]["Slug"] | null;
            /** @description The party that it speaks for. Both are one origin. */
            speaksFor: components["schemas"]["Slug"] | null;
            standing?: components["schemas"]["Standing"];
            type: components["schemas"]["PartyType"];
        };
        /** @description What a party asserted, confirmed and denied, and the status of these claims. */
        PartyRecord: {
            asOf: components["schemas"]["Instant"] | null;
            claims: {
                items: components["schemas"]["PartyClaim"][];
                next: components["schemas"]["Address"] | null;
                /** @description The number of claims that it asserted, confirmed or denied. */
                total: number;
            };
            id: components["schemas"]["Slug"];
            /** @description Its name when it last spoke. */
            name: string;
            record: {
                asserted: components["schemas"]["Tally"];
                confirmed: components["schemas"]["Tally"];
                denied: components["schemas"]["Tally"];
            };
        };
        /** @enum {string} */
        PartyType: "person" | "outlet" | "organization" | "state" | "group";
        PasswordChangeInput: {
            /** @description The present password. */
            current: string;
            /** @description The new password: at least 15 characters. */
            password: string;
        };
        PasswordSignInInput: {
            password: string;
            /** @example m.editor */
            username: string;
        };
        Pinged: {
            /** @description Whether the message was delivered. */
            delivered: boolean;
            failure: ("address-refused" | "name-unresolved" | "connection" | "tls" | "timeout" | "answer-malformed" | "redirect" | "status") | null;
            /** @description The status of the answer; null without an answer. */
            status: number | null;
        };
        Place: {
            /** @description ISO 3166-1 alpha-2. */
            country: string | null;
            geo: components["schemas"]["Point"] | null;
            /** @description Its name. */
            name: string;
        };
        PlaceInput: {
            /**
             * @description ISO 3166-1 alpha-2, or XK.
             * @example TR
             */
            country?: string | null;
            /**
             * @description A GeoJSON point: longitude, latitude.
             * @example {
             *       "type": "Point",
             *       "coordinates": [
             *         37.16,
             *         36.2
             *       ]
             *     }
             */
            geo?: {
                coordinates: number[];
                /** @enum {string} */
                type: "Point";
            } | null;
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
         * @description A position in the log of this API, as a decimal string. Positions increase and have gaps. Send one as `Dateline-Position`; do not calculate with it.
         * @example 132
         */
        Position: string;
        /** @description Who sends a request. */
        Principal: {
            /** @description A stable id: events name it in `recordedBy`. */
            id: string;
            /** @enum {string} */
            kind: "person" | "service" | "command-line";
            /** @description The name that others see. */
            name: string;
            /** @description The roles. */
            roles: ("reporter" | "editor" | "publisher" | "custodian" | "auditor" | "administrator")[];
            /** @description What these roles allow. */
            verbs: components["schemas"]["AllowedVerb"][];
        };
        /** @description Why a request was refused (RFC 9457, `application/problem+json`). */
        Problem: {
            /** @description For `/health/ready`: all checks. */
            checks?: components["schemas"]["Check"][];
            /** @description The code for programs. It never changes. */
            code: string;
            /** @description For `json-syntax`: the column, from 1. */
            column?: number;
            /** @description What was found and what to do. It never repeats values of the request. */
            detail: string;
            /** @description The faults: at most 20. */
            errors?: components["schemas"]["Finding"][];
            /** @description For an import: the faults, by line. */
            faults?: components["schemas"]["Fault"][];
            /** @description For `not-yet`: when the story begins, and the address of its first revision. */
            first?: {
                at: components["schemas"]["Instant"];
                href: components["schemas"]["Address"];
            };
            /**
             * Format: uri
             * @description The id of the request, as in X-Request-Id and in the log of the server.
             */
            instance: string;
            /** @description For `json-syntax`: the line, from 1. */
            line?: number;
            /** @description For `precondition-failed`: the revision of the last change. */
            revision?: components["schemas"]["Revision"];
            /** @description The status of the answer. */
            status: number;
            /** @description The same for all problems of this kind. */
            title: string;
            /**
             * Format: uri-reference
             * @description The kind of problem: `/problems/` and its code, relative to the address of the request.
             */
            type: string;
        };
        /** @description A question that a development raised, open or answered. */
        Question: {
            answeredBy: components["schemas"]["Uuid"][];
            id: components["schemas"]["Slug"];
            languages?: components["schemas"]["Languages"];
            /** @description True while it has no answer. */
            open: boolean;
            raisedBy: components["schemas"]["Uuid"];
            recordedAt: components["schemas"]["Instant"];
            text: components["schemas"]["Text"];
        };
        QuestionInput: {
            id: string;
            text: {
                [key: string]: string;
            };
        };
        /** @description Questions, in the order in which they were raised. */
        Questions: {
            items: components["schemas"]["Question"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        QuestionTextInput: {
            question: string;
            /** @description `null` removes the translation. */
            text: string | null;
        };
        Readiness: {
            checks: components["schemas"]["Check"][];
            /** @enum {string} */
            status: "ready";
        };
        /** @description A read model of a log. */
        ReadModel: {
            /** @description Its size. */
            bytes: number;
            /** @description For an operator. */
            detail: string;
            /** @enum {string} */
            name: "desk" | "public";
            /** @description Whether it can be read. */
            ok: boolean;
            old: {
                /** @description Their size. */
                bytes: number;
                /** @description Older files. */
                files: number;
            };
            position: string | null;
        };
        ReadModels: {
            items: components["schemas"]["ReadModel"][];
        };
        ReasonInput: {
            reason: string;
        };
        RebuildProgress: {
            /** @description Events done. */
            events: number;
            /** @description Seconds left, at this speed. */
            left: number | null;
            /** @description Events in all. */
            of: number;
            /** @description Events per second. */
            perSecond: number;
        } | {
            /** @description States compared with those of the older file. */
            compared: number;
            /** @description How many differ. */
            different: number;
            /** @constant */
            done: true;
            examples: string[];
        } | {
            error: {
                /** @description The code of a problem. */
                code: string;
                /** @description What was found and what to do. */
                detail: string;
            };
            /** @description The line at which it ended. */
            line?: number;
        };
        RecoveryInput: {
            password: string;
            /** @description The recovery code. `password` is the new password. */
            recoveryCode: string;
            /** @example m.editor */
            username: string;
        };
        RegisteredWebhook: {
            createdAt: components["schemas"]["Instant"];
            /** @description The number of dead letters. */
            deadLetters: number;
            description: string | null;
            id: components["schemas"]["Uuid"];
            lastFailure: {
                at: components["schemas"]["Instant"];
                /**
                 * @description Why the delivery failed.
                 * @enum {string}
                 */
                failure: "address-refused" | "name-unresolved" | "connection" | "tls" | "timeout" | "answer-malformed" | "redirect" | "status";
                /** @description The status of the answer; null without an answer. */
                status: number | null;
            } | null;
            lastSuccess: {
                at: components["schemas"]["Instant"];
                status: number;
            } | null;
            /** @description How many messages are pending. */
            pending: number;
            /** @description The position in the public log up to which this webhook has taken the changes. */
            position: components["schemas"]["Position"] | null;
            /** @description Why it was switched off. */
            reason: ("gone" | "failing" | "other-log") | null;
            /** @description The key of the signatures. Only this answer has it. */
            secret: string;
            /** @enum {string} */
            state: "active" | "paused" | "off";
            /** @description The stories whose changes are sent; null for all. */
            stories: components["schemas"]["Uuid"][] | null;
            /**
             * Format: uri
             * @description The address to which messages are sent.
             */
            url: string;
        };
        RegistrationInput: {
            /**
             * @description A note for yourself.
             * @example The partner’s live page
             */
            description?: string;
            /**
             * @description The first change: the next one from now on (`head`), or the first of the log (`start`).
             * @example head
             * @enum {string}
             */
            from?: "head" | "start";
            /**
             * @description Slugs or ids of the stories whose changes are sent; if absent, all.
             * @example [
             *       "aleppo-talks"
             *     ]
             */
            stories?: string[];
            /**
             * @description The address for messages: https, on a host of the public internet.
             * @example https://partner.example.org/dateline
             */
            url: string;
        };
        /** @description When it becomes public. */
        Release: ("now" | "held") | {
            embargoedUntil: components["schemas"]["Instant"];
        };
        ReleaseNowInput: {
            /** @description Claims whose text this release makes public, although their own developments are not public. */
            publishes?: string[];
        };
        /** @description The texts with the words. */
        Removal: {
            /** @description Stories with a damaged event in the log: nothing is found or removed there. Restore the log. */
            damaged: components["schemas"]["Uuid"][];
            /** @description Sides and parties with the words in their name. */
            directory: {
                id: components["schemas"]["Slug"];
                /** @enum {string} */
                kind: "side" | "party";
                /** @description The old name. */
                name: string;
            }[];
            /** @description Whether nothing was removed. */
            dryRun: boolean;
            /** @description Null if nothing was removed. */
            id: components["schemas"]["Uuid"] | null;
            /** @description Identifiers with the words. They are addresses: they stay, and readers see them. */
            stays: {
                id: components["schemas"]["Slug"];
                /** @enum {string} */
                kind: "side" | "party" | "story" | "claim" | "question";
                /** @description Only for a claim or question. */
                story?: components["schemas"]["Uuid"];
            }[];
            stories: components["schemas"]["StoryRemoval"][];
        };
        RemovalInput: {
            /**
             * @description Readers see the grounds. If absent: `reason`, if it is exactly one of these words. Otherwise `legal` for a takedown, `privacy` for `/desk/v1/removals`, and `wrong` for any other kill.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            /** @description What readers see in its place. */
            notice: {
                [key: string]: string;
            };
            reason: string;
        };
        RemovalPlace: {
            /** @description The id of its development, claim, question or correction. */
            id: string | null;
            /** @enum {string} */
            in: "headline" | "lede" | "summary" | "development" | "claim" | "question" | "descriptor" | "party" | "place" | "evidence" | "correction" | "notice" | "judgement" | "reason";
            /** @description The text without the words. */
            is: unknown;
            /**
             * Format: json-pointer
             * @description A JSON Pointer into the event.
             */
            pointer: string;
            revision: components["schemas"]["Revision"];
        };
        RemovalsInput: {
            /** @description Who demanded it, e.g. a court. Readers see it. Required for a takedown on legal grounds. */
            authority?: string;
            /** @description If true, nothing is removed: the answer lists the texts with the words. */
            dryRun?: boolean;
            /**
             * @description Readers see the grounds. If absent: `reason`, if it is exactly one of these words. Otherwise `legal` for a takedown, `privacy` for `/desk/v1/removals`, and `wrong` for any other kill.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            /** @description What readers see in its place. */
            notice: {
                [key: string]: string;
            };
            reason: string;
            /**
             * @description The texts of one story, or of all stories and of the directory.
             * @enum {string}
             */
            scope: "story" | "newsroom";
            /** @description The story, if the scope is `story`. */
            story?: string;
            /** @description What replaces the words, by language; `[…]` if absent. */
            with?: {
                [key: string]: string;
            };
            /** @description One or several phrases of whole words. Case, accents, spacing and look-alike letters do not matter. */
            words: string | string[];
        };
        ReopeningInput: {
            /** @description The reason, for the newsroom's own record. It is never public. */
            reason?: string | null;
        };
        Replayed: {
            /** @description How many messages are sent again. */
            replayed: number;
        };
        ReplayInput: {
            /**
             * @description Positions of dead letters; if absent, all.
             * @example [
             *       "172"
             *     ]
             */
            positions?: string[];
        };
        RescheduleInput: {
            /** @description The reason, for the newsroom's own record. It is never public. */
            reason?: string | null;
            /**
             * @description When readers see it: at another time, `now`, or when an editor releases it (`held`).
             * @example now
             */
            release: ("now" | "held") | components["schemas"]["EmbargoInput"];
        };
        ResumeInput: {
            /**
             * @description Where to resume. If absent, the endpoint continues where it was. If given, pending messages are dropped.
             * @enum {string}
             */
            from?: "head" | "start";
        };
        RetractionInput: {
            /**
             * @description Who retracts it: we, or the outlet that reported it.
             * @enum {string}
             */
            by: "us" | "outlet";
            reason: string;
        };
        /**
         * @description A revision of a story: the number of events before it, as a decimal string.
         * @example 6
         */
        Revision: string;
        RumourInput: {
            /**
             * @description What circulates, and where.
             * @example {
             *       "en": "messages shared on phones"
             *     }
             */
            descriptor?: {
                [key: string]: string;
            };
            /**
             * Format: uuid
             * @description The id of a source that this story has already.
             */
            origin?: string;
            /** @description Your name for the source: with it, one request or import can use the same source several times. */
            ref?: string;
        };
        RumourLink: {
            /** @description A rumour, which has no known origin. */
            rumour: {
                descriptor: components["schemas"]["Text"];
                origin: components["schemas"]["Uuid"];
            };
            standing?: components["schemas"]["Standing"];
        };
        RunningFigureInput: {
            /**
             * @description When it was true in the world: EDTF. If absent, the time of the development.
             * @example 2016-12-16
             */
            asOfWorld?: string | null;
            /** @description The indexes, from 0, of the chains that support it; if absent, all. */
            chains?: number[] | null;
            /**
             * @description `=` if absent.
             * @enum {string}
             */
            comparator?: "=" | "~" | ">" | ">=" | "<" | "<=";
            count?: number | null;
            high?: number | null;
            low?: number | null;
            /**
             * @description `asserts` if absent.
             * @enum {string}
             */
            stance?: "asserts" | "confirms" | "denies" | "deniesNovelty" | "declinesComment" | "noKnowledge" | "qualifies" | "takesBack";
            /** @description A text instead of the one that Dateline makes. */
            text?: {
                [key: string]: string;
            } | null;
            /** @description If given, it must be the unit of the variable. */
            unit?: string | null;
            variable: string;
        };
        Scheduled: {
            items: {
                embargoedUntil: components["schemas"]["Instant"];
                /** @description The id of a development, or of a scheduled headline or lede. */
                id: string;
                /** @description Why its release was refused, if the embargo has ended. */
                refused: string | null;
                slug: components["schemas"]["Slug"];
                story: components["schemas"]["Uuid"];
                text: components["schemas"]["Text"];
                /** @enum {string} */
                what: "headline" | "lede" | "development";
            }[];
            /** @description Where the next page is; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        ScheduledTextInput: {
            /**
             * @description The id of a scheduled headline or lede, from `scheduled` of the story.
             * @example headline-7
             */
            scheduled: string;
            /** @description `null` removes the translation. */
            text: string | null;
        };
        /** @description The values of one variable, by origin and valid time. */
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
            /** @description True if the newsroom corrected it. */
            corrected: boolean;
            figure: components["schemas"]["Figure"] | null;
            /** @description The valid time in which it is the latest value; an open end is null. */
            inForce: {
                from: components["schemas"]["Instant"] | null;
                to: components["schemas"]["Instant"] | null;
            } | null;
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            /** @description Null if no origin supports it any more. */
            origin: components["schemas"]["Origin"] | null;
            /** @description The name of the origin at that time. The name of a party has the key `und`. */
            originName: components["schemas"]["Text"] | null;
            /**
             * @description Its relation to the previous value.
             * @enum {string}
             */
            relation: "first" | "supersedes" | "restates";
            /** @description True if its origin later gave another value for the same time. */
            restated: boolean;
            /** @description The declared side of the origin. */
            side: components["schemas"]["Slug"] | null;
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        /** @description A session of a browser. */
        Session: {
            /** @description The browser, as it describes itself. */
            agent: string;
            /**
             * Format: date-time
             * @description When the person signed in.
             */
            createdAt: string;
            /** @description Whether it is the session of this request. */
            current: boolean;
            /**
             * Format: date-time
             * @description When it ends in any case.
             */
            endsAt: string;
            /**
             * Format: uuid
             * @description A stable id.
             */
            id: string;
            /**
             * Format: date-time
             * @description The last use, to the minute.
             */
            usedAt: string;
        };
        Sessions: {
            /** @description The sessions, the last used first. */
            items: components["schemas"]["Session"][];
        };
        SetupInput: {
            /** @description The part of the link after `#`. */
            link: string;
            /**
             * @description The name that others see.
             * @example M. Editor
             */
            name: string;
            /** @description The new password: at least 15 characters. */
            password: string;
            /**
             * @description What you will type to sign in.
             * @example m.editor
             */
            username: string;
        };
        /** @description A declared camp in a conflict. */
        Side: {
            /** @description The sides allied with it. */
            allies: components["schemas"]["Slug"][];
            id: components["schemas"]["Slug"];
            /** @description Its name. */
            name: string;
        };
        SideInput: {
            /** @description Its allies: sides that are declared already. */
            allies?: string[];
            name: string;
        };
        Sides: {
            items: components["schemas"]["Side"][];
        };
        /** @description Who is signed in. */
        SignedIn: {
            /** @description A new recovery code, to write down: it is never shown again. Null if the old one stays. */
            recoveryCode: string | null;
            session: components["schemas"]["Session"];
            staff: components["schemas"]["Account"];
        };
        /**
         * @description How much it changes what readers know.
         * @enum {string}
         */
        Significance: "key" | "substantive" | "minor" | "cosmetic";
        /** @description A permanent name in kebab-case. */
        Slug: string;
        /** @description An excerpt of the text with the most words of the search, as of the moment. Among equal texts, the headline comes first, then lede, summary, and the earliest other text. */
        Snippet: {
            /** @description The id of the development or claim; for a source, of its development. Null for headline, lede and summary. */
            id: string | null;
            /**
             * @description The text that the excerpt comes from.
             * @enum {string}
             */
            in: "headline" | "lede" | "summary" | "development" | "source" | "claim";
            /** @description BCP 47; null if unknown. */
            language: string | null;
            /** @description About 240 characters of the text, cut between words. */
            parts: {
                /** @description True for a matching word. */
                matched: boolean;
                /** @description Plain text. All parts together are the excerpt. */
                text: string;
            }[];
        };
        Staff: {
            /** @description The staff, by name. */
            items: components["schemas"]["Account"][];
        };
        /** @description An assertion as its development makes it. */
        Stance: {
            /** @description The chains of the development that it is based on, as indexes from 0. */
            chains: number[];
            claim: components["schemas"]["Slug"];
            id: components["schemas"]["Uuid"];
            origin: components["schemas"]["Origin"];
            /** @enum {string} */
            stance: "asserts" | "confirms" | "denies" | "deniesNovelty" | "declinesComment" | "noKnowledge" | "qualifies" | "takesBack";
            standing: components["schemas"]["Standing"];
        };
        /**
         * @description The relation of the origin to the matter: it took part or is responsible, belongs to one side, saw it, or passes it on.
         * @enum {string}
         */
        Standing: "principal" | "affiliated" | "witness" | "relayer";
        /** @description A claim whose status would change. */
        StatusMove: {
            claim: components["schemas"]["Slug"];
            /** @description Null if the claim would be gone. */
            is: components["schemas"]["ClaimStanding"] | null;
            text: components["schemas"]["Text"];
            /** @description Null if the claim does not exist yet. */
            was: components["schemas"]["ClaimStanding"] | null;
        };
        /** @description The status of a claim from one revision on. */
        StatusThen: {
            /**
             * @description How many of the responsible sides support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements behind the status: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether any origin disagrees.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            explanation: components["schemas"]["Text"];
            flags: components["schemas"]["Flag"][];
            revision: components["schemas"]["Revision"];
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            /**
             * @description How many origins support it, and whether two of them are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
        };
        Stays: {
            /** @description The id of a claim or question; for a heading, the desk’s revision that set it. */
            id: string;
            text: components["schemas"]["Text"];
            /** @description The developments that keep it visible. */
            through: components["schemas"]["Uuid"][];
            /** @enum {string} */
            what: "claim" | "question" | "headline" | "lede" | "summary";
        };
        /** @description The state of a story as of a moment. Its size is bounded, whatever the history. */
        Story: {
            /** @description The system time asked for; null for now. */
            asOf: components["schemas"]["Instant"] | null;
            claims: components["schemas"]["Claims"];
            corrections: components["schemas"]["Corrections"];
            developments: components["schemas"]["Developments"];
            headline: components["schemas"]["Text"];
            id: components["schemas"]["Uuid"];
            /** @description The main language of the story: BCP 47. */
            language: string;
            /** @description Notes on the languages of the headline and the lede; absent without notes. */
            languages?: {
                headline?: components["schemas"]["Languages"];
                lede?: components["schemas"]["Languages"];
            };
            lede: components["schemas"]["Text"] | null;
            /** @description Names of parties, sides, sources, places and units in other languages; absent without any. */
            names?: {
                /** @description The name as the story has it. */
                name: string;
                text: components["schemas"]["Text"];
            }[];
            notice: components["schemas"]["Notice"] | null;
            openedAt: components["schemas"]["Instant"];
            places: components["schemas"]["Place"][];
            position: components["schemas"]["Position"];
            questions: components["schemas"]["Questions"];
            revision: components["schemas"]["Revision"];
            /** @description Scheduled headlines and ledes, in the order of their release; those on hold come last. */
            scheduled: {
                /** @description Its id. */
                id: string;
                languages?: components["schemas"]["Languages"];
                release: components["schemas"]["Release"];
                text: components["schemas"]["Text"];
                /** @enum {string} */
                what: "headline" | "lede";
            }[];
            slug: components["schemas"]["Slug"];
            status: components["schemas"]["StoryStatus"];
            /** @description The summary that editors pinned. */
            summary: components["schemas"]["Summary"] | null;
            /** @description IPTC Media Topics. */
            topics: string[];
            updatedAt: components["schemas"]["Instant"];
            /** @description The valid time asked for; null for none. */
            validAt: components["schemas"]["Instant"] | null;
        };
        /** @description What changed in a story between two moments. Each list has its newest hundred items. */
        StoryChanges: {
            /** @description New claims, and claims whose status or content changed. */
            claims: {
                items: components["schemas"]["ChangedClaim"][];
                /** @description The total number. */
                total: number;
            };
            /** @description New corrections. */
            corrections: {
                items: components["schemas"]["Correction"][];
                /** @description The total number. */
                total: number;
            };
            /** @description New developments. */
            developments: {
                items: components["schemas"]["Development"][];
                /** @description The total number. */
                total: number;
            };
            /** @description The quantities of these claims. */
            figures: {
                items: components["schemas"]["ChangedFigure"][];
                /** @description The total number. */
                total: number;
            };
            from: {
                moment: components["schemas"]["Instant"];
                /** @description Null if the story began later. */
                revision: components["schemas"]["Revision"] | null;
            };
            /** @description Null if it did not change. */
            headline: {
                is: components["schemas"]["Text"] | null;
                was: components["schemas"]["Text"] | null;
            } | null;
            id: components["schemas"]["Uuid"];
            /** @description Null if it did not change. */
            lede: {
                is: components["schemas"]["Text"] | null;
                was: components["schemas"]["Text"] | null;
            } | null;
            /** @description Questions that were raised or answered. */
            questions: {
                items: components["schemas"]["Question"][];
                /** @description The total number. */
                total: number;
            };
            /** @description Developments that changed. */
            revised: {
                items: components["schemas"]["Development"][];
                /** @description The total number. */
                total: number;
            };
            slug: components["schemas"]["Slug"];
            /** @description Null if it did not change. */
            status: {
                is: components["schemas"]["StoryStatus"] | null;
                was: components["schemas"]["StoryStatus"] | null;
            } | null;
            /** @description Null if it did not change. */
            summary: {
                is: components["schemas"]["Summary"] | null;
                was: components["schemas"]["Summary"] | null;
            } | null;
            to: {
                moment: components["schemas"]["Instant"];
                revision: components["schemas"]["Revision"];
            };
        };
        StoryRemoval: {
            /** @description The first 200 of them. */
            places: components["schemas"]["RemovalPlace"][];
            position: components["schemas"]["Position"] | null;
            /** @description Revision and position in the public log; null if readers never saw it, or see it only after more than a minute. */
            public: {
                position: components["schemas"]["Position"];
                revision: components["schemas"]["Revision"];
            } | null;
            /** @description The revision of the removal; null in a dry run. */
            revision: components["schemas"]["Revision"] | null;
            slug: components["schemas"]["Slug"];
            story: components["schemas"]["Uuid"];
            /** @description How many texts have the words. */
            total: number;
            /** @description Webhooks with pending messages of the story. Null after the removal: messages no longer have the words. */
            waiting: {
                /** @description How many messages of the story are pending. A paused webhook gets them when it is resumed. */
                messages: number;
                /** @enum {string} */
                state: "active" | "paused" | "off";
                webhook: string;
            }[] | null;
        };
        /** @enum {string} */
        StoryStatus: "open" | "closed" | "killed" | "takenDown";
        /** @description What is known, in short. It changes with the status of the claims that its points name. */
        Summary: {
            pinnedAt: components["schemas"]["Instant"];
            /** @description The main points, in order. */
            points: {
                /** @description The claim of the point, with its present status; null without a claim. */
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
        SummaryInput: {
            /** @description The key points, in order. */
            points?: components["schemas"]["KeyPointInput"][];
            /**
             * @example {
             *       "en": "The dam has broken, and nobody knows why."
             *     }
             */
            text: {
                [key: string]: string;
            };
        };
        Tally: {
            /** @description The number of claims with each status. */
            byStatus: {
                [key: string]: number;
            };
            /** @description The number of claims where it took back its statement, or later said the opposite. */
            takenBack: number;
            /** @description The number of claims. */
            total: number;
        };
        /** @description The part of an area that somebody controls. */
        Territory: {
            /** @description The controlled area, in words. */
            area: string;
            comparator: components["schemas"]["Comparator"];
            /** @description The controller, in words. */
            controller: string;
            /** @description The former controller, in words. */
            from: string | null;
            /** @description Square kilometres. */
            km2: number | null;
            /** @description The whole that `share` refers to. */
            of: string | null;
            /** @description From 0 to 1. */
            share: number | null;
            variable: components["schemas"]["Slug"];
        };
        TerritoryInput: {
            area: string;
            /** @enum {string} */
            comparator: "=" | "~" | ">" | ">=" | "<" | "<=";
            controller: string;
            from?: string | null;
            km2?: number | null;
            of?: string | null;
            /** @description From 0 to 1. */
            share?: number | null;
            /** @description What a series of values measures. If absent: in a new claim, the id of the claim; in a correction, the present variable. */
            variable?: string;
        };
        /**
         * @description Text by language. The keys are BCP 47 tags.
         * @example {
         *       "en": "The talks take place.",
         *       "fr": "Les négociations ont lieu."
         *     }
         */
        Text: {
            [key: string]: string;
        };
        TextRemovalInput: {
            /** @description Who demanded it, e.g. a court. Readers see it. Required for a takedown on legal grounds. */
            authority?: string;
            /**
             * @description Readers see the grounds. If absent: `reason`, if it is exactly one of these words. Otherwise `legal` for a takedown, `privacy` for `/desk/v1/removals`, and `wrong` for any other kill.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            /** @description What readers see in its place. */
            notice: {
                [key: string]: string;
            };
            reason: string;
            /** @description What readers see instead, whatever the `asOf`; if absent, the notice. */
            with?: {
                [key: string]: string;
            };
        };
        /** @description A token of a service, without its secret. */
        Token: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            endsAt: string;
            /**
             * Format: uuid
             * @description A stable id.
             */
            id: string;
            /** @description The id of who made it. */
            madeBy: string;
            /** @description The name of the service. */
            name: string;
            /** @description When it was revoked. */
            revokedAt: string | null;
            /** @description The roles. */
            roles: ("reporter" | "editor" | "publisher" | "custodian" | "auditor" | "administrator")[];
            /** @description The last use, to the minute. */
            usedAt: string | null;
        };
        TokenInput: {
            /** @description Days until the token ends: at most 366. Default: 90. */
            days?: number;
            /**
             * @description The name that others see.
             * @example M. Editor
             */
            name: string;
            /**
             * @example [
             *       "reporter"
             *     ]
             */
            roles: ("reporter" | "editor" | "publisher" | "custodian" | "auditor" | "administrator")[];
        };
        Tokens: {
            /** @description The tokens, the newest first. */
            items: components["schemas"]["Token"][];
        };
        TranslationInput: {
            claims?: components["schemas"]["ClaimTextInput"][];
            developments?: components["schemas"]["DevelopmentTextInput"][];
            /** @description `null` removes the translation. */
            headline?: string | null;
            /**
             * @description BCP 47: the language of all these texts.
             * @example fr
             */
            language: string;
            /** @description `null` removes the translation. */
            lede?: string | null;
            /** @description Names of parties, sides, sources, places and units, and what figures count. */
            names?: components["schemas"]["NameTextInput"][];
            notices?: components["schemas"]["NoticeTextInput"][];
            questions?: components["schemas"]["QuestionTextInput"][];
            /** @description Scheduled headlines and ledes. */
            scheduled?: components["schemas"]["ScheduledTextInput"][];
        };
        UnnamedInput: {
            approvedBy?: string | null;
            count?: number;
            /**
             * @description Describes the source, as precisely as the source agreed to.
             * @example {
             *       "en": "a senior opposition official"
             *     }
             */
            descriptor?: {
                [key: string]: string;
            };
            /** @enum {string} */
            groundRules?: "onTheRecord" | "background" | "deepBackground" | "offTheRecord";
            /**
             * Format: uuid
             * @description The id of a source that this story has already.
             */
            origin?: string;
            /** @description Your name for the source: with it, one request or import can use the same source several times. */
            ref?: string;
            side?: string | null;
        };
        UnnamedLink: {
            standing?: components["schemas"]["Standing"];
            /** @description An unnamed source. */
            unnamed: {
                /** @description The editor who approved the use of this source. */
                approvedBy?: string | null;
                /** @description The number of people. Several in one report are one origin. */
                count: number;
                descriptor: components["schemas"]["Text"];
                /**
                 * @description The agreement with the source.
                 * @enum {string}
                 */
                groundRules?: "onTheRecord" | "background" | "deepBackground" | "offTheRecord";
                origin: components["schemas"]["Uuid"];
                side: components["schemas"]["Slug"] | null;
            };
        };
        /**
         * Format: uuid
         * @description A UUID of version 4 or 5, in lower case. Its value says nothing about order.
         */
        Uuid: string;
        /** @description A rule of the trade that the request may break. It does not stop the request. */
        Warning: {
            /** @description What was found and what to do. */
            message: string;
            /**
             * Format: json-pointer
             * @description The part of the request, as a JSON Pointer; absent for the whole request.
             */
            pointer?: string;
            /** @description The rule of the trade. */
            rule: string;
            /** @description Where the rule comes from. */
            source: string;
        };
        /** @description An endpoint of a partner. */
        Webhook: {
            createdAt: components["schemas"]["Instant"];
            /** @description The number of dead letters. */
            deadLetters: number;
            description: string | null;
            id: components["schemas"]["Uuid"];
            lastFailure: {
                at: components["schemas"]["Instant"];
                /**
                 * @description Why the delivery failed.
                 * @enum {string}
                 */
                failure: "address-refused" | "name-unresolved" | "connection" | "tls" | "timeout" | "answer-malformed" | "redirect" | "status";
                /** @description The status of the answer; null without an answer. */
                status: number | null;
            } | null;
            lastSuccess: {
                at: components["schemas"]["Instant"];
                status: number;
            } | null;
            /** @description How many messages are pending. */
            pending: number;
            /** @description The position in the public log up to which this webhook has taken the changes. */
            position: components["schemas"]["Position"] | null;
            /** @description Why it was switched off. */
            reason: ("gone" | "failing" | "other-log") | null;
            /** @enum {string} */
            state: "active" | "paused" | "off";
            /** @description The stories whose changes are sent; null for all. */
            stories: components["schemas"]["Uuid"][] | null;
            /**
             * Format: uri
             * @description The address to which messages are sent.
             */
            url: string;
        };
        Webhooks: {
            items: components["schemas"]["Webhook"][];
            next: components["schemas"]["Address"] | null;
        };
        WebhookSecret: {
            oldValidUntil: components["schemas"]["Instant"];
            /** @description The key of the signatures. Only this answer has it. */
            secret: string;
        };
        WithdrawalInput: {
            /**
             * @description Who withdraws it: we, or the origin that said so.
             * @enum {string}
             */
            by: "us" | "origin";
            reason: string;
        };
    };
    responses: never;
    parameters: {
        /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
        "Dateline-Position": string;
        /** @description A repeat with the same key and body gets the first answer, also after a restart. */
        "Idempotency-Key": string;
        /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
        "If-Match": string;
        /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
        "If-None-Match": string;
    };
    requestBodies: never;
    headers: {
        /** @description How long caches may serve the answer without asking again. */
        "Cache-Control": string;
        /** @description The permanent address of the shown revision, for a request with a moment. */
        "Content-Location": string;
        /** @description When the read model last caught up with the log, if that was more than five seconds ago. */
        "Dateline-Level-At": string;
        /** @description Strong: the revision, a dot, and a digest of the representation. */
        ETag: string;
        /** @description The address of the new resource. */
        Location: string;
        /** @description When the shown revision was recorded, for a request with a moment (RFC 7089). */
        "Memento-Datetime": string;
        /** @description How many seconds to wait before you repeat the request. */
        "Retry-After": number;
        /** @description Sets or clears the cookie of the session. */
        "Set-Cookie": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readAudit: {
        parameters: {
            query?: {
                /** @description Only what concerns this account, token, story or route. */
                about?: string;
                /** @description From `next` of the page before. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Only events of this type. */
                type?: "SignedIn" | "SignInRefused" | "SignInsThrottled" | "SignedOut" | "SessionsEnded" | "AccountAdded" | "AccountSetUp" | "AccountChanged" | "AccountDisabled" | "AccountEnabled" | "AccountReset" | "PasswordChanged" | "TokenMade" | "TokenRevoked" | "AccessRefused" | "StoryExported" | "StoriesImported";
                /** @description Only what this principal did, by id. */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of audit events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "cursor" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    confirmClock: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockConfirmationInput"];
            };
        };
        responses: {
            /** @description The clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `clock-disagrees`: The machine’s clock differs from the time in the confirmation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "clock-disagrees";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    importStories: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Progress, as NDJSON; the last line has done or error */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listParties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All parties */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parties"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    registerParty: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyInput"];
            };
        };
        responses: {
            /** @description The party existed already, with the same content */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"] | components["schemas"]["DryRun"];
                };
            };
            /** @description The party */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `party-exists`: A party with this id exists and differs. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "party-exists";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `side-unknown`: The side is not declared.
             *     - `party-unknown`: The party is not registered.
             *     - `speaks-for-itself`: A party cannot speak for itself.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "side-unknown" | "party-unknown" | "speaks-for-itself";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description The record of the party, and a page of claims, latest stance first */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `party-not-heard`: No readable story names this party.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `not-ready`: A health check fails; `checks` says which. */
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
    describeParty: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A party, by its id. */
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyDescriptionInput"];
            };
        };
        responses: {
            /** @description Changed, or unchanged. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"] | components["schemas"]["DryRun"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `side-unknown`: The side is not declared.
             *     - `party-unknown`: The party is not registered.
             *     - `speaks-for-itself`: A party cannot speak for itself.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "side-unknown" | "party-unknown" | "speaks-for-itself";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listReadModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The read models */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadModels"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    dropOldReadModels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The read model. */
                model: "desk" | "public";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of deleted items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dropped"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    rebuildReadModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The read model. */
                model: "desk" | "public";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Progress as NDJSON; the last line has done or error. The older file is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    removeWords: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemovalsInput"];
            };
        };
        responses: {
            /** @description A dry run, or no text has the words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removal"];
                };
            };
            /** @description What this request, or its first sending, removed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removal"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `story-unknown`: The story does not exist.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "story-unknown" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listScheduled: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of scheduled items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "cursor" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `not-ready`: A health check fails; `checks` says which. */
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
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Principal"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeInput"];
            };
        };
        responses: {
            /** @description Who is signed in */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `unauthorized`: The request has no valid credentials.
             *     - `sign-in-failed`: The name and the secret do not belong together.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized" | "sign-in-failed";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `too-many-requests`: Too many requests or connections; a third dump to one address; or an endpoint with three valid secrets. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    endAllSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listSides: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sides */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sides"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    declareSide: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The side, by its id. */
                side: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SideInput"];
            };
        };
        responses: {
            /** @description Changed, or unchanged. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Side"] | components["schemas"]["DryRun"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Side"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `side-unknown`: The side is not declared.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "side-unknown";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    signInByInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationInput"];
            };
        };
        responses: {
            /** @description Who is signed in, with a recovery code */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `link-used-up`: A one-time link is unknown, was used, or has ended. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "link-used-up";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    signInByPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordSignInInput"];
            };
        };
        responses: {
            /** @description Who is signed in */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `sign-in-failed`: The name and the secret do not belong together. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "sign-in-failed";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `too-many-requests`: Too many requests or connections; a third dump to one address; or an endpoint with three valid secrets. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    signInByRecoveryCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryInput"];
            };
        };
        responses: {
            /** @description Who is signed in, with a new recovery code */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `sign-in-failed`: The name and the secret do not belong together. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "sign-in-failed";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `too-many-requests`: Too many requests or connections; a third dump to one address; or an endpoint with three valid secrets. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    signInBySetupLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupInput"];
            };
        };
        responses: {
            /** @description Who is signed in, with a recovery code */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `link-used-up`: A one-time link is unknown, was used, or has ended. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "link-used-up";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The staff */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    addStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountInput"];
            };
        };
        responses: {
            /** @description The account, and its one-time link */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `account-exists`: Another account has this user name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "account-exists";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    changeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChangeInput"];
            };
        };
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `last-administrator`: The newsroom would have no administrator. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "last-administrator";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    disableStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `last-administrator`: The newsroom would have no administrator. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "last-administrator";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    enableStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    resetStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account, and its one-time link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    signOutStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description A status that at least one claim has. */
                claimStatus?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description Stories whose newest development was recorded at this time or later. RFC 3339 with a zone, or a date alone, which includes that day. */
                from?: string;
                /**
                 * @deprecated
                 * @description The former name of `language`. In feeds, `lang` selects the language of the texts.
                 */
                lang?: string;
                /** @description The language of the story or of its headline, BCP 47. */
                language?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description A party in an attribution of the story: a source, the party that a source speaks for, or the issuer of a document. */
                party?: string;
                /** @description The name of one of the story's places, or an ISO 3166-1 country code. */
                place?: string;
                /** @description Words to search for. The story must have all of them in its headline, lede, developments, claims, or descriptions of sources. Other forms of a word match too, by the language of the text: inspections finds inspection. A star after three letters or more matches any ending: evacuat*. Case, accents and letter variants do not matter: isik finds ışık. */
                q?: string;
                /** @description The order of the stories. `newest` (the default) and `oldest` go by the newest development. `relevance` counts the words of `q`, first in the headline, then in the lede. If more than 1,000 stories may match, only `newest` is possible. */
                sort?: "newest" | "oldest" | "relevance";
                /** @description The status of the story itself. */
                status?: "open" | "closed" | "killed" | "takenDown";
                /**
                 * @deprecated
                 * @description The former name of `status`.
                 */
                storyStatus?: "open" | "closed" | "killed" | "takenDown";
                /** @description Stories whose newest development was recorded at this time or earlier. A date alone means the end of that day. */
                to?: string;
                /** @description An IPTC Media Topic. */
                topic?: string;
                /** @description Stories whose `updatedAt` is later than this moment. A date alone includes that day. */
                updatedSince?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `not-ready`: A health check fails; `checks` says which. */
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
    openStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenStoryInput"];
            };
        };
        responses: {
            /** @description The story exists already, with the same content. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedStory"] | components["schemas"]["DryRun"];
                };
            };
            /** @description The story, with Location and ETag */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedStory"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `story-exists`: A story with this name or id exists. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-exists";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description Key developments only, in a feed or a table of developments. */
                significance?: "key";
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description The state; its size is bounded */
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
                    "application/json": components["schemas"]["Story"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    withdrawAssertion: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description An assertion of the story. */
                assertion: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `assertion-unknown`: The story has no such assertion.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "assertion-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
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
                /** @description The earlier moment. RFC 3339 with a zone (minutes are enough), or a date alone, which means the end of that day. */
                from: string;
                /** @description The later moment, in the same form as `from`. */
                to: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Developments, claims with their former and new status, figures, corrections */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description Claims whose text, status, reasons or assertions changed after this moment. RFC 3339 with a zone, or a date alone, which includes that day. */
                changedSince?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The kind of claim. */
                kind?: "proposition" | "territory" | "figure" | "decision";
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description A party that made an assertion about the claims, or for which somebody else spoke. */
                party?: string;
                /** @description The status. */
                status?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
                /** @description The variable that several figures or shares of the story measure. */
                variable?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    correctClaim: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimCorrectionInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `field-unknown`: A correction names a field that it cannot change.
             *     - `claim-kind-mismatch`: The content does not fit the kind of the claim.
             *     - `range-inverted`: A range ends before it begins.
             *     - `quantity-missing`: A figure or territory has no quantity.
             *     - `text-missing`: A text is empty.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "field-unknown" | "claim-kind-mismatch" | "range-inverted" | "quantity-missing" | "text-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    judgeClaim: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgementInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    revokeJudgement: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description A judgement of the claim. */
                judgement: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `judgement-unknown`: The claim has no such judgement.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "judgement-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    killClaim: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    linkClaims: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimLinkInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `claim-unknown`: The story has no such claim.
             *     - `link-to-itself`: A claim cannot be linked to itself.
             *     - `link-circle`: The links in force already say the opposite.
             *     - `link-kind-mismatch`: The kinds of two claims do not fit the relation between them.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "claim-unknown" | "link-to-itself" | "link-circle" | "link-kind-mismatch";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    revokeLink: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description A link of the claim. */
                link: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRevocationInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `link-unknown`: The claim has no such link.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "link-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    takeClaimDown: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    classifyStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassificationInput"];
            };
        };
        responses: {
            /** @description What was recorded */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    closeStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /**
             * @description - `story-withheld`: The story was killed or taken down.
             *     - `story-scheduled`: Something is under embargo: say under `scheduled` whether it is released.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld" | "story-scheduled";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    correctStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JointCorrectionInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /**
             * @description - `story-withheld`: The story was killed or taken down.
             *     - `development-withheld`: The development was killed or taken down.
             *     - `claim-in-use`: The claim cannot be changed or removed in this way, because others depend on it.
             *     - `origin-exists`: A source or document with this id exists and has another description.
             *     - `claim-exists`: A claim with this id exists and differs.
             *     - `question-exists`: A question with this id exists and differs.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld" | "development-withheld" | "claim-in-use" | "origin-exists" | "claim-exists" | "question-exists";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `development-unknown`: The story has no such development.
             *     - `correction-empty`: A correction or translation changes nothing.
             *     - `corrected-twice`: A correction or translation names the same thing twice.
             *     - `field-unknown`: A correction names a field that it cannot change.
             *     - `text-missing`: A text is empty.
             *     - `chain-empty`: A chain of attribution names nobody.
             *     - `chain-circular`: A chain of attribution names the same party or source twice.
             *     - `chain-ended`: A chain of attribution continues after a document or a rumour.
             *     - `chain-unknown`: An assertion refers to a chain that the development does not have.
             *     - `party-unknown`: The party is not registered.
             *     - `side-unknown`: The side is not declared.
             *     - `descriptor-missing`: An unnamed source or a rumour has no description, or a document no title.
             *     - `origin-unknown`: The story has no such source, or both ids mean the same source.
             *     - `claim-kind-mismatch`: The content does not fit the kind of the claim.
             *     - `range-inverted`: A range ends before it begins.
             *     - `quantity-missing`: A figure or territory has no quantity.
             *     - `claim-unknown`: The story has no such claim.
             *     - `question-unknown`: The story has no such question.
             *     - `rumour-only-asserts`: A rumour cannot confirm, deny or qualify a claim.
             *     - `stance-contradiction`: One origin takes two stances on one claim in one development.
             *     - `nothing-to-take-back`: An origin takes back a statement that the story does not have.
             *     - `kind-mismatch`: The content of the development does not fit its kind.
             *     - `off-the-record`: Information given off the record must not be recorded.
             *     - `claim-not-public`: Something that would be public depends on a claim that is not public.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "development-unknown" | "correction-empty" | "corrected-twice" | "field-unknown" | "text-missing" | "chain-empty" | "chain-circular" | "chain-ended" | "chain-unknown" | "party-unknown" | "side-unknown" | "descriptor-missing" | "origin-unknown" | "claim-kind-mismatch" | "range-inverted" | "quantity-missing" | "claim-unknown" | "question-unknown" | "rumour-only-asserts" | "stance-contradiction" | "nothing-to-take-back" | "kind-mismatch" | "off-the-record" | "claim-not-public";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    killCorrection: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description A correction or removal of the story. */
                correction: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `correction-unknown`: The story has no such correction.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "correction-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    takeCorrectionDown: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description A correction or removal of the story. */
                correction: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `correction-unknown`: The story has no such correction.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "correction-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Key developments only. */
                significance?: "key";
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    recordDevelopment: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DevelopmentInput"];
            };
        };
        responses: {
            /** @description A dry run. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /**
             * @description - `story-withheld`: The story was killed or taken down.
             *     - `story-closed`: The story is closed.
             *     - `origin-exists`: A source or document with this id exists and has another description.
             *     - `claim-exists`: A claim with this id exists and differs.
             *     - `question-exists`: A question with this id exists and differs.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld" | "story-closed" | "origin-exists" | "claim-exists" | "question-exists";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `embargo-past`: The embargo ends in the past.
             *     - `chain-empty`: A chain of attribution names nobody.
             *     - `chain-circular`: A chain of attribution names the same party or source twice.
             *     - `chain-ended`: A chain of attribution continues after a document or a rumour.
             *     - `chain-unknown`: An assertion refers to a chain that the development does not have.
             *     - `party-unknown`: The party is not registered.
             *     - `side-unknown`: The side is not declared.
             *     - `descriptor-missing`: An unnamed source or a rumour has no description, or a document no title.
             *     - `origin-unknown`: The story has no such source, or both ids mean the same source.
             *     - `claim-kind-mismatch`: The content does not fit the kind of the claim.
             *     - `range-inverted`: A range ends before it begins.
             *     - `quantity-missing`: A figure or territory has no quantity.
             *     - `claim-unknown`: The story has no such claim.
             *     - `question-unknown`: The story has no such question.
             *     - `rumour-only-asserts`: A rumour cannot confirm, deny or qualify a claim.
             *     - `stance-contradiction`: One origin takes two stances on one claim in one development.
             *     - `nothing-to-take-back`: An origin takes back a statement that the story does not have.
             *     - `kind-mismatch`: The content of the development does not fit its kind.
             *     - `off-the-record`: Information given off the record must not be recorded.
             *     - `claim-not-public`: Something that would be public depends on a claim that is not public.
             *     - `variable-without-value`: No figure of the story measures this variable yet.
             *     - `unit-mismatch`: The unit differs from that of the other values of the variable.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "embargo-past" | "chain-empty" | "chain-circular" | "chain-ended" | "chain-unknown" | "party-unknown" | "side-unknown" | "descriptor-missing" | "origin-unknown" | "claim-kind-mismatch" | "range-inverted" | "quantity-missing" | "claim-unknown" | "question-unknown" | "rumour-only-asserts" | "stance-contradiction" | "nothing-to-take-back" | "kind-mismatch" | "off-the-record" | "claim-not-public" | "variable-without-value" | "unit-mismatch";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    correctDevelopment: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A development of the story. */
                development: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /**
             * @description - `story-withheld`: The story was killed or taken down.
             *     - `development-withheld`: The development was killed or taken down.
             *     - `claim-in-use`: The claim cannot be changed or removed in this way, because others depend on it.
             *     - `origin-exists`: A source or document with this id exists and has another description.
             *     - `claim-exists`: A claim with this id exists and differs.
             *     - `question-exists`: A question with this id exists and differs.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld" | "development-withheld" | "claim-in-use" | "origin-exists" | "claim-exists" | "question-exists";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `field-unknown`: A correction names a field that it cannot change.
             *     - `text-missing`: A text is empty.
             *     - `chain-empty`: A chain of attribution names nobody.
             *     - `chain-circular`: A chain of attribution names the same party or source twice.
             *     - `chain-ended`: A chain of attribution continues after a document or a rumour.
             *     - `chain-unknown`: An assertion refers to a chain that the development does not have.
             *     - `party-unknown`: The party is not registered.
             *     - `side-unknown`: The side is not declared.
             *     - `descriptor-missing`: An unnamed source or a rumour has no description, or a document no title.
             *     - `origin-unknown`: The story has no such source, or both ids mean the same source.
             *     - `claim-kind-mismatch`: The content does not fit the kind of the claim.
             *     - `range-inverted`: A range ends before it begins.
             *     - `quantity-missing`: A figure or territory has no quantity.
             *     - `claim-unknown`: The story has no such claim.
             *     - `question-unknown`: The story has no such question.
             *     - `rumour-only-asserts`: A rumour cannot confirm, deny or qualify a claim.
             *     - `stance-contradiction`: One origin takes two stances on one claim in one development.
             *     - `nothing-to-take-back`: An origin takes back a statement that the story does not have.
             *     - `kind-mismatch`: The content of the development does not fit its kind.
             *     - `off-the-record`: Information given off the record must not be recorded.
             *     - `claim-not-public`: Something that would be public depends on a claim that is not public.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "field-unknown" | "text-missing" | "chain-empty" | "chain-circular" | "chain-ended" | "chain-unknown" | "party-unknown" | "side-unknown" | "descriptor-missing" | "origin-unknown" | "claim-kind-mismatch" | "range-inverted" | "quantity-missing" | "claim-unknown" | "question-unknown" | "rumour-only-asserts" | "stance-contradiction" | "nothing-to-take-back" | "kind-mismatch" | "off-the-record" | "claim-not-public";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    killDevelopment: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A development of the story. */
                development: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KillInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `claim-unknown`: The story has no such claim.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "claim-unknown";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    reinstateDevelopment: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A development of the story. */
                development: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    releaseDevelopment: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A development of the story. */
                development: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseNowInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /**
             * @description - `story-withheld`: The story was killed or taken down.
             *     - `story-closed`: The story is closed.
             *     - `development-withheld`: The development was killed or taken down.
             *     - `development-retracted`: The development was retracted.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld" | "story-closed" | "development-withheld" | "development-retracted";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `claim-unknown`: The story has no such claim.
             *     - `claim-not-public`: Something that would be public depends on a claim that is not public.
             *     - `off-the-record`: Information given off the record must not be recorded.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "claim-unknown" | "claim-not-public" | "off-the-record";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    retractDevelopment: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A development of the story. */
                development: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractionInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    revokeRetraction: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A development of the story. */
                development: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    takeDownDevelopment: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A development of the story. */
                development: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KillInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `claim-unknown`: The story has no such claim.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "claim-unknown" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    exportStory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description NDJSON, one command on each line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    reviseHeadline: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadlineInput"];
            };
        };
        responses: {
            /** @description What was recorded */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `embargo-past`: The embargo ends in the past.
             *     - `text-missing`: A text is empty.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "embargo-past" | "text-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    killHeadline: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadingRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `heading-unknown`: The story has no such headline or lede.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "heading-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    takeHeadlineDown: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadingRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `heading-unknown`: The story has no such headline or lede.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "heading-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    assessIndependence: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndependenceInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `origin-unknown`: The story has no such source, or both ids mean the same source.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "origin-unknown";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    killStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    reviseLede: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedeInput"];
            };
        };
        responses: {
            /** @description What was recorded */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `embargo-past`: The embargo ends in the past.
             *     - `text-missing`: A text is empty.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "embargo-past" | "text-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    killLede: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadingRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `heading-unknown`: The story has no such headline or lede.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "heading-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    takeLedeDown: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadingRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `heading-unknown`: The story has no such headline or lede.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "heading-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readLog: {
        parameters: {
            query?: {
                /** @description The first revision of the page. */
                from?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Log"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    killQuestion: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description A question of the story. */
                question: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `question-unknown`: The story has no such question.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "question-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    takeQuestionDown: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description A question of the story. */
                question: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `question-unknown`: The story has no such question.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "question-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    reinstateStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    reopenStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopeningInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
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
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
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
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    reschedule: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A scheduled item: a development by its id, or a headline or lede by the revision that scheduled it. */
                scheduled: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleInput"];
            };
        };
        responses: {
            /** @description What was recorded */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `scheduled-unknown`: Nothing with this id is scheduled in the story.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "scheduled-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /**
             * @description - `development-withheld`: The development was killed or taken down.
             *     - `story-withheld`: The story was killed or taken down.
             *     - `schedule-taken`: Another headline or lede is scheduled for the same time.
             *     - `story-closed`: The story is closed.
             *     - `development-retracted`: The development was retracted.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "development-withheld" | "story-withheld" | "schedule-taken" | "story-closed" | "development-retracted";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `embargo-past`: The embargo ends in the past.
             *     - `claim-not-public`: Something that would be public depends on a claim that is not public.
             *     - `off-the-record`: Information given off the record must not be recorded.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "embargo-past" | "claim-not-public" | "off-the-record";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    cancelScheduled: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description A scheduled item: a development by its id, or a headline or lede by the revision that scheduled it. */
                scheduled: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was recorded */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `scheduled-unknown`: Nothing with this id is scheduled in the story.
             *     - `development-unknown`: The story has no such development.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "scheduled-unknown" | "development-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /**
             * @description - `development-withheld`: The development was killed or taken down.
             *     - `story-withheld`: The story was killed or taken down.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "development-withheld" | "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `idempotency-key-reused`: This `Idempotency-Key` was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    pinSummary: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryInput"];
            };
        };
        responses: {
            /** @description What was recorded */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `claim-unknown`: The story has no such claim.
             *     - `claim-not-public`: Something that would be public depends on a claim that is not public.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "claim-unknown" | "claim-not-public";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    unpinSummary: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was recorded */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `story-withheld`: The story was killed or taken down. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `idempotency-key-reused`: This `Idempotency-Key` was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    killSummary: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadingRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `heading-unknown`: The story has no such headline or lede.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "heading-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    takeSummaryDown: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadingRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `heading-unknown`: The story has no such headline or lede.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "heading-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    takeDownStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderedRemovalInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `authority-missing`: A takedown on legal grounds does not say by whose order.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "authority-missing";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    translateStory: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A repeat with the same key and body gets the first answer, also after a restart. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TranslationInput"];
            };
        };
        responses: {
            /** @description Nothing changed, and nothing was recorded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What this request, or its first sending, recorded. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
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
            /**
             * @description - `story-withheld`: The story was killed or taken down.
             *     - `not-a-translation`: This is the language in which the text was recorded.
             *     - `development-withheld`: The development was killed or taken down.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-withheld" | "not-a-translation" | "development-withheld";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `precondition-failed`: The state named in `If-Match` has changed or never existed; `revision` names the last change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-failed";
                        /** @constant */
                        status: 412;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `idempotency-key-reused`: This `Idempotency-Key` was used with another body.
             *     - `text-missing`: A text is empty.
             *     - `development-unknown`: The story has no such development.
             *     - `claim-unknown`: The story has no such claim.
             *     - `question-unknown`: The story has no such question.
             *     - `correction-unknown`: The story has no such correction.
             *     - `scheduled-unknown`: Nothing with this id is scheduled in the story.
             *     - `name-unknown`: Nothing in the story has this name.
             *     - `corrected-twice`: A correction or translation names the same thing twice.
             *     - `correction-empty`: A correction or translation changes nothing.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "idempotency-key-reused" | "text-missing" | "development-unknown" | "claim-unknown" | "question-unknown" | "correction-unknown" | "scheduled-unknown" | "name-unknown" | "corrected-twice" | "correction-empty";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `precondition-required`: This write needs `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "precondition-required";
                        /** @constant */
                        status: 428;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `contention`: Other writers were faster. Nothing was written: repeat the request.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             *     - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "contention" | "outcome-unknown" | "store-unavailable" | "event-damaged";
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
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
                /** @description The variable that several figures or shares of the story measure. */
                variable: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of values, by origin and valid time */
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
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             *     - `variable-unknown`: No claim of the story measures this, now or at that moment.
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
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, without their secrets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenInput"];
            };
        };
        responses: {
            /** @description The token, with its secret */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `not-found`: Nothing exists at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written.
             *     - `outcome-unknown`: The write may have happened or not: repeat it with the same `Idempotency-Key`.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable" | "outcome-unknown";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "cursor" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    registerWebhook: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationInput"];
            };
        };
        responses: {
            /** @description A dry run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description The endpoint, with its secret */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWebhook"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /**
             * @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where.
             *     - `webhook-url`: Webhooks cannot be sent to this URL; `errors` says why.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation" | "webhook-url";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `too-many-requests`: Too many requests or connections; a third dump to one address; or an endpoint with three valid secrets. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    removeWebhook: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A dry run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of dead letters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetters"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "cursor" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    discardDeadLetters: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of deleted items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dropped"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
                /** @description The position of a dead letter in the public log. */
                position: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of deleted items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dropped"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    replayDeadLetters: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayInput"];
            };
        };
        responses: {
            /** @description How many messages are sent again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
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
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    pauseWebhook: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it was delivered, and if not, why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pinged"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `webhook-url`: Webhooks cannot be sent to this URL; `errors` says why. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "webhook-url";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `too-many-requests`: Too many requests or connections; a third dump to one address; or an endpoint with three valid secrets. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
    resumeWebhook: {
        parameters: {
            query?: {
                /** @description If true, the desk only checks the request: the answer has the effects, and nothing is recorded. */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeInput"];
            };
        };
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"] | components["schemas"]["DryRun"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `validation`: The JSON is well-formed, but its content is wrong; `errors` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "validation";
                        /** @constant */
                        status: 422;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An endpoint, an account, a session or a token, by its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new secret; only this answer has it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `json-syntax`: The body is not JSON; line and column say where.
             *     - `json-encoding`: The body is not UTF-8, or begins with a byte order mark.
             *     - `json-duplicate-key`: An object has the same key twice.
             *     - `json-key`: A key is `__proto__`, `constructor` or `prototype`.
             *     - `json-character`: A string or key has NUL or half of a surrogate pair.
             *     - `json-depth`: The JSON has more than 32 levels.
             *     - `json-array-length`: An array has more than 500 elements.
             *     - `json-number`: A double cannot represent the number exactly.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "json-syntax" | "json-encoding" | "json-duplicate-key" | "json-key" | "json-character" | "json-depth" | "json-array-length" | "json-number";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `unauthorized`: The request has no valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthorized";
                        /** @constant */
                        status: 401;
                    };
                };
            };
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             *     - `forbidden`: This is not allowed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden" | "forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `webhook-unknown`: No endpoint has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "webhook-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `payload-too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "payload-too-large";
                        /** @constant */
                        status: 413;
                    };
                };
            };
            /** @description - `unsupported-media-type`: The body is not `application/json` in UTF-8 (or NDJSON where allowed), or is compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported-media-type";
                        /** @constant */
                        status: 415;
                    };
                };
            };
            /** @description - `too-many-requests`: Too many requests or connections; a third dump to one address; or an endpoint with three valid secrets. */
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
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `store-unavailable`: The store does not answer, accepts no writes, or has no space. Nothing was written. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "store-unavailable";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
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
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
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
            /**
             * @description - `host-forbidden`: The `Host` is not one of this server.
             *     - `origin-forbidden`: The request comes from a page of another origin.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "host-forbidden" | "origin-forbidden";
                        /** @constant */
                        status: 403;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
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
            /** @description - `not-ready`: A health check fails; `checks` says which. */
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
}
