using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using SecurityTracker.EventStore;

namespace SecurityTracker.EventStoreTests;

public sealed class DocumentTests(AccountDatabase database) : IClassFixture<AccountDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Store store = database.Store;

    [Fact]
    public async Task They_are_queried_over_their_columns()
    {
        var cards = await Store("query", 1, 2, 3, 4, 5);
        var found = await store.OpenSession().Query<Card>("WHERE d.title = $1 AND d.rank > $2 ORDER BY d.rank DESC", [new() { Value = "query" }, new() { Value = 2 }], None);
        found.Select(c => c.Value).ShouldBe([cards[4], cards[3], cards[2]]);
    }

    [Fact]
    public async Task A_list_is_paged_without_gaps_or_repeats_also_among_equals_and_in_both_directions()
    {
        var cards = await Store("page", 3, 1, 2, 2, 2, 9, 1);
        foreach (var descending in new[] { false, true })
        {
            var seen = new List<Card>();
            string? cursor = null;
            do
            {
                var page = await store.OpenSession().QueryPage<Card>("WHERE d.title = $1", [new() { Value = "page" }], new PageRequest("rank", descending, 2, cursor), None);
                seen.AddRange(page.Items.Select(i => i.Value));
                cursor = page.Next;
            }
            while (cursor is not null);
            seen.Select(c => c.Rank).ShouldBe(descending ? [9, 3, 2, 2, 2, 1, 1] : [1, 1, 2, 2, 2, 3, 9]);
            seen.Select(c => c.Id).ShouldBe(cards.Select(c => c.Id), ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("eyJ4IjoxfQ")]
    [InlineData("eyJWYWx1ZSI6Im5vdCBhIG51bWJlciIsIklkIjoiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwIn0")]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor)
    {
        if (cursor.StartsWith("eyJ4", StringComparison.Ordinal))
        {
            (await store.OpenSession().QueryPage<Card>("WHERE false", [], new PageRequest("rank", Cursor: cursor), None)).Items.ShouldBeEmpty();
            return;
        }
        await Should.ThrowAsync<InvalidCursorException>(() => store.OpenSession().QueryPage<Card>("WHERE true", [], new PageRequest("rank", Cursor: cursor), None));
    }

    [Fact]
    public async Task Json_goes_out_as_it_lies_in_the_database()
    {
        var cards = await Store("raw", 1, 2);
        var raw = await store.OpenSession().LoadJson<Card>(cards[0].Id, None);
        JsonNode.Parse(raw!.Json.Span)!["rank"]!.GetValue<int>().ShouldBe(1);
        raw.Version.ShouldBe(1);
        (await store.OpenSession().LoadJson<Card>(Guid.NewGuid(), None)).ShouldBeNull();

        var buffer = new ArrayBufferWriter<byte>();
        await store.OpenSession().WriteJsonArray(buffer, "SELECT data FROM mt_doc_card WHERE title = $1 ORDER BY rank", [new() { Value = "raw" }], None);
        JsonNode.Parse(buffer.WrittenSpan)!.AsArray().Select(n => n!["rank"]!.GetValue<int>()).ShouldBe([1, 2]);
        buffer.Clear();
        await store.OpenSession().WriteJsonArray(buffer, "SELECT data FROM mt_doc_card WHERE false", [], None);
        Encoding.UTF8.GetString(buffer.WrittenSpan).ShouldBe("[]");
    }

    [Fact]
    public async Task A_document_is_replaced_only_at_the_version_expected()
    {
        var card = (await Store("versions", 1))[0];
        await Save(card with { Rank = 2 }, expected: 1);
        (await Should.ThrowAsync<ConcurrencyConflictException>(() => Save(card with { Rank = 3 }, expected: 1))).Actual.ShouldBe(2);
        (await Should.ThrowAsync<ConcurrencyConflictException>(() => Save(card with { Rank = 3 }, expected: 0))).Id.ShouldBe(card.Id);
        await Should.ThrowAsync<ConcurrencyConflictException>(() => Save(new Card(Guid.NewGuid(), "versions", 1), expected: 4));
        var stored = await store.OpenSession().Load<Card>(card.Id, None);
        (stored!.Value.Rank, stored.Version).ShouldBe((2, 2));

        var session = store.OpenSession();
        session.Delete<Card>(card.Id);
        await session.SaveChanges(None);
        (await store.OpenSession().Load<Card>(card.Id, None)).ShouldBeNull();
    }

    private async Task Save(Card card, long expected)
    {
        var session = store.OpenSession();
        session.Store(card, expected);
        await session.SaveChanges(None);
    }

    private async Task<List<Card>> Store(string title, params int[] ranks)
    {
        var cards = ranks.Select(rank => new Card(Guid.NewGuid(), title, rank)).ToList();
        var session = store.OpenSession();
        cards.ForEach(c => session.Store(c));
        await session.SaveChanges(None);
        return cards;
    }
}
