using Karkhana.Capability;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class LadderProfilesTests
{
    [Fact]
    public void Every_ladder_is_climbed_and_mapped_to_that_of_Lall()
    {
        LadderProfilesResult profiles = LadderProfiles.Estimate(Bank(firms: 30), LadderCatalogue.Default())!;

        Table table = profiles.ToTable();
        table.Texts("ladder").ShouldBe(["lall", "bell_pavitt", "figueiredo", "dahlman", "westphal_thailand"]);
        table.Numbers("spearman")[0].ShouldBe(double.NaN);
        table.Numbers("spearman").Skip(1).ShouldAllBe(correlation => correlation > 0.99);
    }

    [Fact]
    public void Without_the_ladder_of_Lall_the_codebook_is_what_others_are_mapped_to()
    {
        LadderCatalogue own = LadderCatalogue.Default();
        own = own with { Ladders = [own.Find("dahlman")!] };

        LadderProfilesResult profiles = LadderProfiles.Estimate(Bank(firms: 30), own)!;

        profiles.Reference!.Id.ShouldBe("codebook");
        profiles.Comparisons.Single()!.Left.ShouldBe("codebook");
    }

    [Fact]
    public void A_survey_without_any_item_has_no_profiles() => LadderProfiles.Estimate(
        SampleSurveys.Of((SampleSurveys.Item("E1", Constructs.Effort), [1])), LadderCatalogue.Default()).ShouldBeNull();

    [Fact]
    public void Levels_that_are_not_reproducible_are_in_no_table()
    {
        // Higher items are passed and lower ones are not.
        LadderProfilesResult profiles = LadderProfiles.Estimate(Bank(firms: 30, reversed: true), LadderCatalogue.Default())!;

        CapabilityProfileResult dahlman = profiles.Profiles.Single(profile => profile.Id == "dahlman");
        dahlman.LevelsAreReproducible.ShouldBeFalse();
        profiles.ToLevels().Texts("ladder").ShouldNotContain("dahlman");
        profiles.ToTable().Numbers("tau_b")[3].ShouldBe(double.NaN);
    }

    [Fact]
    public void A_small_level_takes_a_second_one_with_it_so_that_no_sum_gives_it_away()
    {
        // 2 firms can do nothing, 28 everything.
        Table levels = LadderProfiles.Estimate(Bank(answer: firm => firm < 2 ? 0 : 3, firms: 30), LadderCatalogue.Default())!.ToLevels();

        int[] lall = [.. Enumerable.Range(0, levels.RowCount).Where(row => levels.Texts("ladder")[row] == "lall")];
        lall.Select(row => levels.Numbers("n")[row]).ShouldBe([double.NaN, 0, 0, double.NaN]);
        lall.Select(row => levels.Numbers("estimate")[row]).ShouldBe([double.NaN, 0, 0, double.NaN]);
    }

    [Fact]
    public void Means_of_groups_have_intervals_and_small_groups_none()
    {
        CapabilityProfileResult profile = CapabilityProfile.Estimate(SampleSurveys.Of(
            [.. Enumerable.Range(0, 10)],
            (SampleSurveys.Item("C1", Constructs.Capability, 0, 3, function: "process", complexity: 1), [0, 3, 0, 3, 0, 3, 3, 3, 3, 3])))!;

        Table groups = profile.ToGroups(("first", [0, 1, 2, 3, 4, 5]), ("rest", [6, 7, 8, 9]));

        // Mean 1/2, variance 0.3 over 6 firms: half width 1.96 · √0.05.
        groups.Numbers("estimate").ShouldBe([0.5, double.NaN]);
        groups.Numbers("conf_low")[0].ShouldBe(0.5 - (1.959963984540054 * Math.Sqrt(0.05)), tolerance: 1e-14);
        groups.Numbers("conf_high")[0].ShouldBe(0.5 + (1.959963984540054 * Math.Sqrt(0.05)), tolerance: 1e-14);
        groups.Numbers("n").ShouldBe([6, double.NaN]);
    }

    // Firm i passes the i easiest items of the bank, whatever the ladder that orders them.
    private static Survey Bank(int firms, bool reversed = false, Func<int, double>? answer = null)
    {
        LadderDefinition dahlman = LadderCatalogue.Default().Find("dahlman")!;
        string[] items = [.. LadderCatalogue.Default().Ladders.SelectMany(ladder => ladder.Anchors.Select(anchor => anchor.Item)).Distinct().Order(StringComparer.Ordinal)];
        int Height(string item) => dahlman.Anchors.Where(anchor => anchor.Item == item).Select(anchor => dahlman.HeightOf(anchor.Level)).DefaultIfEmpty(1).Max();
        string[] order = [.. items.OrderBy(item => reversed ? -Height(item) : Height(item))];
        return SampleSurveys.Of([.. items.Select(item => (
            SampleSurveys.Item(item, Constructs.Capability, 0, 3, function: "process", complexity: Height(item)),
            Enumerable.Range(0, firms).Select(firm => answer?.Invoke(firm) ?? (Array.IndexOf(order, item) < firm * items.Length / (firms - 1) ? 3.0 : 0)).ToArray()))]);
    }
}
