using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ClaimsGateTests
{
    /// <summary>The least data of framework 3.7, as the table that ships should have them.</summary>
    public static TheoryData<string, string, double> Needs() => new()
    {
        { "place-is-cluster", "industries", 2 },
        { "place-is-cluster", "focal_establishments", 30 },
        { "advantage-profile", "survey_firms", 40 },
        { "effort-low", "effort_firms", 40 },
        { "effort-low", "surveyed_groups", 2 },
        { "channel-learning", "mechanism_firms", 100 },
        { "cluster-raises-capability", "dispersed_comparators", 60 },
        { "cluster-raises-capability", "clustered_comparators", 30 },
        { "cluster-raises-capability", "comparison_overlap", 0.8 },
        { "peer-effects", "roster_response", 0.8 },
        { "peer-effects", "network_rank", 3 },
        { "programme-worked", "pre_periods", 2 },
        { "programme-worked", "comparison_groups", 1 },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public void A_claim_is_allowed_at_its_least_data_and_not_below(string claim, string what, double least)
    {
        Dictionary<string, double> exact = Needs().Select(need => need.Data).Where(need => need.Item1 == claim)
            .ToDictionary(need => need.Item2, need => need.Item3);
        exact[what].ShouldBe(least);

        ClaimsGate.For(exact).Allows(claim).ShouldBeTrue();
        ClaimsGate.For(new Dictionary<string, double>(exact) { [what] = least - 0.01 }).Allows(claim).ShouldBeFalse();
        ClaimsGate.For(new Dictionary<string, double>(exact) { [what] = double.NaN }).Allows(claim).ShouldBeFalse();
        exact.Remove(what);
        ClaimDecision decision = ClaimsGate.For(exact).Decisions.Single(decision => decision.Claim.Id == claim);
        decision.Allowed.ShouldBeFalse();
        decision.Missing.ShouldHaveSingleItem().ShouldBe((new ClaimNeed(what, least), 0));
    }

    [Fact]
    public void The_table_holds_these_claims_and_no_others() =>
        ClaimsGate.For(new Dictionary<string, double>()).Decisions.SelectMany(decision => decision.Claim.Needs.Select(need => (decision.Claim.Id, need.What, need.AtLeast)))
            .ShouldBe(Needs().Select(need => need.Data));

    [Fact]
    public void Without_data_nothing_may_be_claimed_and_unknown_claims_never()
    {
        ClaimsGate.For(new Dictionary<string, double>()).Decisions.ShouldAllBe(decision => !decision.Allowed);
        Gate(allowed: true).Allows("moon-is-cheese").ShouldBeFalse();
    }

    [Fact]
    public void Refused_sentences_go_with_the_paragraphs_and_lists_that_they_leave_empty()
    {
        Sentence plain = Sentence.Of("plain");
        Sentence claim = Sentence.Of("claim").Claiming("advantage-profile");
        TableBlock table = new(Table.Of("t"), plain);
        Section section = new(
            "key",
            [
                new ParagraphBlock([claim, plain], Tone.Finding), new ParagraphBlock([claim]), new ListBlock([claim, plain, claim]), new ListBlock([claim, claim]), table,
            ]);

        Section refused = Gate(allowed: false).Filter(section);

        refused.Key.ShouldBe("key");
        refused.Blocks.Count.ShouldBe(3);
        ParagraphBlock paragraph = refused.Blocks[0].ShouldBeOfType<ParagraphBlock>();
        paragraph.Sentences.ShouldBe([plain]);
        paragraph.Tone.ShouldBe(Tone.Finding);
        refused.Blocks[1].ShouldBeOfType<ListBlock>().Items.ShouldBe([plain]);
        refused.Blocks[2].ShouldBeSameAs(table);
    }

    [Fact]
    public void Allowed_sentences_stay_in_order()
    {
        Sentence plain = Sentence.Of("plain");
        Sentence claim = Sentence.Of("claim").Claiming("advantage-profile");

        Section allowed = Gate(allowed: true).Filter(new Section("key", [new ParagraphBlock([claim, plain]), new ListBlock([claim])]));

        allowed.Blocks[0].ShouldBeOfType<ParagraphBlock>().Sentences.ShouldBe([claim, plain]);
        allowed.Blocks[1].ShouldBeOfType<ListBlock>().Items.ShouldBe([claim]);
    }

    [Fact]
    public void The_table_says_what_falls_short()
    {
        Table table = ClaimsGate.For(new Dictionary<string, double> { ["survey_firms"] = 12, ["roster_response"] = 0.75 }).ToTable();

        int profile = table.Texts("claim").ToList().IndexOf("Which advantages firms report, and what goes with them.");
        table.Texts("missing")[profile].ShouldBe("survey_firms 12 of 40");
        table.Texts("missing")[table.Texts("claim").ToList().IndexOf("Whether firms take after their peers.")].ShouldBe("roster_response 0.75 of 0.8; network_rank 0 of 3");
    }

    [Fact]
    public void No_claim_is_told_by_its_id_and_no_statement_asserts()
    {
        ClaimsGate gate = ClaimsGate.For(new Dictionary<string, double>());

        gate.Decisions.ShouldAllBe(decision => System.Text.RegularExpressions.Regex.IsMatch(decision.Claim.Statement, "^(Whether|Which|How|Through which) .*\\.$"));
        gate.ToTable().Texts("claim").ShouldNotContain("cluster-raises-capability");
        gate.StatementOf("peer-effects").ShouldBe("Whether firms take after their peers.");
        gate.StatementOf("moon-is-cheese").ShouldBe("moon-is-cheese");
    }

    private static ClaimsGate Gate(bool allowed) => ClaimsGate.For(new Dictionary<string, double> { ["survey_firms"] = allowed ? 40 : 39 });
}
