// tests/unit/view_dump.h — a view as text, every field of it, so that two views can be compared byte by byte. Never: a test.
#ifndef VIEW_DUMP_H
#define VIEW_DUMP_H
#include "base/bytes.h"
#include "model/view.h"

// Adds every field of the view. A text that is NULL is written as "!NULL!", which no test accepts.
static inline void dump_text(Buffer *out, const char *text) {
    buffer_format(out, "\"%s\" ", text ? text : "!NULL!");
}

static inline void dump_texts(Buffer *out, const char *const *texts, int32_t count) {
    for (int32_t i = 0; i < count; i++)
        dump_text(out, texts[i]);
}

static inline void dump_number(Buffer *out, const ViewNumber *n) {
    buffer_format(out, "(%d %d %d %d %d ", n->band, n->open, n->value, n->change, n->cell);
    dump_text(out, n->word);
    buffer_add_text(out, ") ");
}

static inline void dump_named(Buffer *out, const ViewNamed *list, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        dump_text(out, list[i].name);
        dump_text(out, list[i].icon);
        dump_number(out, &list[i].number);
    }
}

static inline void dump_act(Buffer *out, const Act *act) {
    buffer_format(out, "[%d %d %d %d.%d %d %d %d %d %d ", act->id, act->move, act->actor,
            act->target.kind, act->target.index, act->side, act->bid, act->arena,
            act->token, act->words);
    for (int32_t i = 0; i < ASKS_MAX; i++)
        buffer_format(out, "%d ", act->asked[i]);
}

static inline void dump_actors(Buffer *out, const View *view) {
    for (int32_t i = 0; i < view->actors_count; i++) {
        const ViewActor *a = &view->actors[i];
        dump_texts(out, (const char *const[]){a->id, a->name, a->tag, a->brief}, 4);
        buffer_format(
                out, "%d %d %d %d %d ", a->index, a->by, a->is_me, a->done, a->coalition);
        dump_named(out, a->holds, a->holds_count);
        dump_named(out, a->standing, a->standing_count);
        dump_texts(out, a->size_closed, 3);
        dump_number(out, &a->trust_in_me);
        dump_number(out, &a->my_trust);
        buffer_add_text(out, "\n");
    }
}

static inline void dump_deciders(Buffer *out, const View *view) {
    for (int32_t i = 0; i < view->deciders_count; i++) {
        const ViewDecider *d = &view->deciders[i];
        dump_texts(out,
                (const char *const[]){
                        d->id, d->name, d->hint, d->arena, d->owner, d->known},
                6);
        buffer_format(out, "%d %d %d %d %d ", d->index, d->arena_index, d->owner_index,
                d->weight, d->vote + 10 * d->sign);
        dump_number(out, &d->stance);
        dump_number(out, &d->heat);
        dump_number(out, &d->pull);
        buffer_add_text(out, "\n");
    }
}

static inline void dump_matter(Buffer *out, const View *view) {
    for (int32_t i = 0; i < view->clauses_count; i++) {
        const ViewClause *c = &view->clauses[i];
        dump_text(out, c->id);
        dump_text(out, c->name);
        dump_texts(out, c->levels, c->levels_count);
        buffer_format(out, "%d %d %d %d %d %d %d %d %d %d\n", c->index, c->draft, c->law,
                c->on_table, c->decided, c->sticky_up, c->sticky_down, c->on_agenda,
                c->wanted, c->cell);
    }
    for (int32_t i = 0; i < view->frames_count; i++) {
        const ViewFrame *f = &view->frames[i];
        dump_texts(out, (const char *const[]){f->id, f->name, f->text, f->rider}, 4);
        buffer_format(out, "%d %d ", f->index, f->is_reading);
        dump_named(out, f->adoption, f->adoption_count);
        buffer_add_text(out, "\n");
    }
    for (int32_t i = 0; i < view->arenas_count; i++) {
        const ViewArena *a = &view->arenas[i];
        dump_texts(out, (const char *const[]){a->id, a->name, a->how, a->called}, 4);
        buffer_format(out, "%d %d %d %d %d %d %d\n", a->index, a->decides, a->meets_now,
                a->i_am_in, a->decided, a->passed,
                a->guests + 65536 * a->candidates + 256 * a->elected);
    }
}

static inline void dump_options(Buffer *out, const ViewOption *list, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        dump_text(out, list[i].name);
        dump_text(out, list[i].closed);
        buffer_format(out, "%d %d ", list[i].value, list[i].open);
    }
}

static inline void dump_move(Buffer *out, const ViewMove *m) {
    dump_texts(out,
            (const char *const[]){
                    m->id, m->name, m->about, m->warns, m->closed, m->costs, m->brings},
            7);
    buffer_format(out, "%d %d %d %d %d %d %d %d %d %d %d %d ", m->index, m->kind, m->style,
            m->face, m->mechanism + 100 * m->is_request, m->open, m->quiet, m->sides,
            m->clause_sides, m->bid_min, m->bid_max, m->label_max);
    for (int32_t i = 0; i < m->targets_count; i++) {
        const ViewTarget *t = &m->targets[i];
        buffer_format(out, "%d.%d %d ", t->thing.kind, t->thing.index, t->open);
        dump_text(out, t->name);
        dump_text(out, t->closed);
    }
    dump_options(out, m->tokens, m->tokens_count);
    for (int32_t i = 0; i < m->asks_count; i++) {
        dump_text(out, m->asks[i].name);
        dump_options(out, m->asks[i].options, m->asks[i].options_count);
    }
    buffer_add_text(out, "\n");
}

static inline void dump_said(Buffer *out, const ViewSaid *list, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        const ViewSaid *s = &list[i];
        dump_text(out, s->text);
        buffer_format(out, "%d %d %d %d %d %d %d %d %d %d %d\n", s->slot, s->author,
                s->kind, s->target, s->strength, s->direction, s->recorded, s->mine,
                s->voiced, s->may_sum_up, s->may_question);
    }
}

static inline void dump_roles(Buffer *out, const ViewMeeting *m) {
    for (int32_t i = 0; i < m->roles_count; i++) {
        const ViewRole *r = &m->roles[i];
        dump_text(out, r->name);
        dump_text(out, r->who);
        buffer_format(out, "%d %d %d %d\n", r->move, r->holder, r->mine, r->by_rule);
    }
    for (int32_t i = 0; i < m->items_count; i++) {
        const ViewItem *item = &m->items[i];
        dump_text(out, item->name);
        buffer_format(
                out, "%d %d %d %d\n", item->clause, item->open, item->queued, item->first);
    }
    dump_text(out, m->order ? m->order : "");
    dump_text(out, m->objectors ? m->objectors : "");
    buffer_format(out, "%d %d %d %d %d %d %d %d %d %d %d\n", m->i_am_chair, m->may_order,
            m->may_defer, m->may_object, m->may_show_hand, m->ordered, m->with, m->against,
            m->my_hand, m->may_sum_up, m->may_show_signs);
}

static inline void dump_asides(Buffer *out, const View *view) {
    for (int32_t i = 0; i < view->asides_count; i++) {
        const ViewAside *a = &view->asides[i];
        dump_text(out, a->text);
        buffer_format(out, "%d %d %d %d %d\n", a->slot, a->other, a->by_me, a->waits_for_me,
                a->agreed);
    }
}

static inline void dump_meeting(Buffer *out, const ViewMeeting *m) {
    dump_roles(out, m);
    dump_texts(out, (const char *const[]){m->arena, m->chair, m->taker}, 3);
    buffer_format(out, "%d %d %d %d %d %d %d %d ", m->open, m->arena_index, m->sub,
            m->present, m->i_am_taker, m->may_slant, m->voice, m->record_lines);
    dump_said(out, m->said, m->said_count);
    dump_said(out, m->minutes, m->minutes_count);
    for (int32_t i = 0; i < m->agenda_count; i++)
        buffer_format(out, "%d ", m->agenda[i]);
    buffer_format(out, "open %d ", m->agenda_open);
    for (int32_t i = 0; i < m->asked_count; i++) {
        buffer_format(out, "%d ", m->asked[i].from);
        dump_text(out, m->asked[i].text);
    }
    buffer_add_text(out, "\n");
}

static inline void dump_deals(Buffer *out, const View *view) {
    for (int32_t i = 0; i < view->deals_count; i++) {
        const ViewDeal *d = &view->deals[i];
        dump_text(out, d->text);
        buffer_format(out, "%d %d %d %d %d %d ", d->slot, d->accepted, d->state,
                d->is_public, d->mine, d->waits_for_me);
        for (int32_t p = 0; p < d->parties; p++)
            buffer_format(out, "%d ", d->party[p]);
        for (int32_t p = 0; p < d->promises_count; p++) {
            const ViewPromise *promise = &d->promises[p];
            dump_text(out, promise->text);
            buffer_format(out, "%d %d %d %d %d %d ", promise->size, promise->state,
                    promise->due, promise->by_me, promise->let_go, promise->may_mark);
        }
        buffer_add_text(out, "\n");
    }
}

static inline void dump_inside(Buffer *out, const ViewCoalition *c) {
    dump_texts(out,
            (const char *const[]){
                    c->agenda_text, c->warning, c->books, c->backbone, c->leaving},
            5);
    buffer_format(out, "%d %d %d %d %d %d ", c->flags, c->backbone_actor, c->backbone_does,
            c->backbone_active, c->may_revise, c->may_split);
    for (int32_t i = 0; i < c->five_count; i++) {
        dump_texts(out, (const char *const[]){c->five[i].name, c->five[i].text}, 2);
        buffer_format(out, "%d ", c->five[i].on);
    }
    for (int32_t i = 0; i < c->agenda_count; i++) {
        const ViewAgenda *line = &c->agenda[i];
        dump_texts(out, (const char *const[]){line->clause, line->note}, 2);
        buffer_format(out, "%d %d %d %d %d ", line->index, line->target, line->would_be,
                line->outvotes_me, line->red_line);
        for (int32_t a = 0; a < ACTORS_MAX; a++)
            buffer_format(out, "%d ", line->asks[a]);
    }
}

static inline void dump_builder(Buffer *out, const View *view) {
    dump_texts(out, view->size_least, 3);
    dump_texts(out, view->stakes, 3);
    dump_text(out, view->cannot_promise);
    for (int32_t i = 0; i < view->promise_kinds_count; i++) {
        const ViewPromiseKind *k = &view->promise_kinds[i];
        dump_texts(out, (const char *const[]){k->name, k->kept}, 2);
        buffer_format(out, "%d %d %d ", k->kind, k->has_words, k->has_amount);
        for (int32_t a = 0; a < VIEW_AMOUNTS; a++)
            buffer_format(out, "%d ", k->smallest[a]);
        for (int32_t w = 0; w < k->whats_count; w++) {
            dump_text(out, k->whats[w].name);
            buffer_format(
                    out, "%d %d %d ", k->whats[w].index, k->whats[w].by, k->whats[w].aims);
        }
    }
    buffer_add_text(out, "\n");
}

static inline void dump_groups(Buffer *out, const View *view) {
    dump_texts(out, (const char *const[]){view->deals_closed, view->coalitions_closed}, 2);
    for (int32_t i = 0; i < view->coalitions_count; i++) {
        const ViewGroup *g = &view->groups[i];
        dump_texts(out,
                (const char *const[]){g->ask_closed, g->frame_closed, g->flags_closed,
                        g->leave_closed, g->join_closed, g->purse_closed, g->join_about,
                        g->leave_about, g->standing},
                9);
        dump_texts(out, g->flags_about, 3);
        dump_texts(out, g->backbone_about, 3);
    }
}

static inline void dump_coalitions(Buffer *out, const View *view) {
    for (int32_t i = 0; i < view->coalitions_count; i++) {
        const ViewCoalition *c = &view->coalitions[i];
        dump_texts(out,
                (const char *const[]){c->name, c->members_text, c->rule_text, c->frame}, 4);
        buffer_format(
                out, "%d %d %d %d %d ", c->slot, c->lead, c->rule, c->members, c->mine);
        dump_number(out, &c->cohesion);
        dump_number(out, &c->inertia);
        for (int32_t l = 0; l < 5; l++)
            buffer_format(out, "%d ", c->lights[l]);
        dump_inside(out, c);
        buffer_add_text(out, "\n");
    }
    for (int32_t i = 0; i < view->proposals_count; i++) {
        const ViewProposal *p = &view->proposals[i];
        dump_text(out, p->text);
        buffer_format(out, "%d %d %d %d\n", p->slot, p->by, p->waits_for_me, p->said);
    }
    for (int32_t i = 0; i < view->loans_count; i++) {
        const ViewLoan *l = &view->loans[i];
        dump_text(out, l->text);
        buffer_format(out, "%d %d %d %d %d %d\n", l->slot, l->giver, l->receiver, l->arena,
                l->until, l->mine);
    }
    for (int32_t i = 0; i < view->requests_count; i++) {
        const ViewRequest *r = &view->requests[i];
        dump_texts(out, (const char *const[]){r->text, r->warns}, 2);
        buffer_format(out, "%d %d %d %d %d\n", r->slot, r->from, r->to, r->state,
                r->waits_for_me);
    }
}

static inline void dump_news(Buffer *out, const ViewNews *list, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        const ViewNews *n = &list[i];
        dump_text(out, n->text);
        buffer_format(out, "%d %d %d %d %d %d %d %d\n", n->round, n->step, n->actor,
                n->times, n->mine, n->is_new, n->stood_in, n->tone);
    }
}

static inline void dump_end(Buffer *out, const ViewEnd *end) {
    dump_texts(out,
            (const char *const[]){
                    end->title, end->text, end->ask, end->mandate, end->hidden},
            5);
    dump_texts(out, end->criteria, 6);
    for (int32_t i = 0; i < 6; i++)
        buffer_format(out, "%d ", end->criterion[i]);
    buffer_format(out, "%d %d %d\n", end->reached, end->tone, end->rounds);
    for (int32_t i = 0; i < end->curves_count; i++) {
        const ViewCurve *c = &end->curves[i];
        dump_text(out, c->name);
        buffer_format(out, "%d %d ", c->actor, c->audience);
        for (int32_t r = 0; r <= ROUNDS_MAX; r++)
            buffer_format(out, "%d ", c->values[r]);
    }
    for (int32_t i = 0; i < end->shares_count; i++) {
        const ViewShare *s = &end->shares[i];
        dump_text(out, s->name);
        buffer_format(
                out, "%d %d %d %d ", s->actor, s->means_start, s->means_end, s->influence);
    }
    dump_news(out, end->timeline, end->timeline_count);
    dump_named(out, end->law, end->law_count);
}

static inline void dump_head(Buffer *out, const View *view) {
    dump_texts(out,
            (const char *const[]){view->title, view->opening, view->goal, view->lang,
                    view->phase_name, view->sub_name, view->expected, view->brief,
                    view->private_brief, view->mandate, view->hidden},
            11);
    dump_texts(out, view->phase_names, view->phases_count);
    dump_texts(out, view->red_lines, view->red_lines_count);
    const int32_t numbers[] = {view->right_to_left, view->numbers_exact, view->status,
            view->round, view->rounds, view->phase, view->sub, view->phase_kind,
            view->phase_does, view->done, view->of, view->paused, view->may_be_ready,
            view->ready, view->first_round, view->me, view->time, view->voice,
            view->vote_decider, view->vote_hint, view->may_expect, view->may_reflect,
            view->may_credit};
    for (size_t i = 0; i < ARRAY_COUNT(numbers); i++)
        buffer_format(out, "%d ", numbers[i]);
    buffer_add_text(out, "\n");
}

static inline void dump_view(Buffer *out, const View *view) {
    dump_head(out, view);
    dump_named(out, view->mine, view->mine_count);
    dump_actors(out, view);
    dump_deciders(out, view);
    dump_matter(out, view);
    dump_named(out, view->world, view->world_count);
    for (int32_t i = 0; i < view->moves_count; i++)
        dump_move(out, &view->moves[i]);
    for (int32_t i = 0; i < view->plan_count; i++) {
        dump_text(out, view->plan[i].text);
        dump_act(out, &view->plan[i].act);
    }
    for (int32_t i = 0; i < view->choices_count; i++) {
        const ViewChoice *c = &view->choices[i];
        dump_text(out, c->title);
        dump_text(out, c->text);
        buffer_format(out, "%d %d %d ", c->key, c->mine, c->answered);
        dump_options(out, c->options, c->options_count);
    }
    dump_deals(out, view);
    dump_coalitions(out, view);
    dump_groups(out, view);
    dump_builder(out, view);
    dump_meeting(out, &view->meeting);
    dump_asides(out, view);
    buffer_add_text(out, "\nnews\n");
    dump_news(out, view->news, view->news_count);
    dump_end(out, &view->end);
}

#endif // VIEW_DUMP_H
