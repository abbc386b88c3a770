using Karkhana.Agglomeration;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class RelatedIndustriesTests
{
    private const int PlacesPerGroup = 8;

    [Theory]
    [InlineData(GroupLinkage.Ward, CoLocationProfile.LogEmployment, 3, 4)]
    [InlineData(GroupLinkage.Ward, CoLocationProfile.LocationQuotient, 3, 4)]
    [InlineData(GroupLinkage.Average, CoLocationProfile.LogEmployment, 3, 4)]
    [InlineData(GroupLinkage.Ward, CoLocationProfile.LogEmployment, 5, 3)]
    [InlineData(GroupLinkage.Average, CoLocationProfile.LogEmployment, 2, 6)]
    [InlineData(GroupLinkage.Ward, CoLocationProfile.LogEmployment, 4, 12)] // room to split into many groups
    public void Planted_groups_are_found_and_so_is_their_number(
        GroupLinkage linkage, CoLocationProfile profile, int groups, int members)
    {
        RelatedIndustriesResult result = Estimate(
            Planted(groups, members), new RelatedIndustriesOptions { Linkage = linkage, Profile = profile });

        result.Groups.Count.ShouldBe(groups);
        result.ValidationScore.ShouldBe(100);
        result.Groups.ShouldAllBe(group => group.Industries.Count == members
            && group.Industries.All(industry => industry[0] == group.Industries[0][0]));
        result.Industries.ShouldAllBe(row => row.Within > row.BestOutside && row.BestOutsideGroup != row.Group);
        result.Groups.ShouldAllBe(group => group.Within > group.BestOutside && group.BestOutside >= group.Between);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_option_fixes_the_number_of_groups()
    {
        RelatedIndustriesResult result = Estimate(Planted(3, 4), new RelatedIndustriesOptions { Groups = 2 });

        result.Groups.Count.ShouldBe(2);
        result.Scores.Single().Groups.ShouldBe(2);
        result.ValidationScore.ShouldBe(result.Scores[0].Validation);
        RelatedIndustriesResult all = Estimate(Planted(3, 4), new RelatedIndustriesOptions { Groups = 12 });
        all.Industries.Select(row => row.Group).ShouldBe(Enumerable.Range(1, 12));
        all.Industries.ShouldAllBe(row => double.IsNaN(row.Within));
        RelatedIndustriesResult one = Estimate(Planted(3, 4), new RelatedIndustriesOptions { Groups = 1 });
        one.ValidationScore.ShouldBe(double.NaN);
        one.Industries.ShouldAllBe(row => row.Group == 1 && row.BestOutsideGroup == 0 && double.IsNaN(row.BestOutside));
    }

    [Fact]
    public void The_order_of_rows_changes_no_bit()
    {
        Row[] rows = Planted(3, 4);
        Row[] shuffled = [.. rows];
        new RandomStream(5, RandomPurpose.Example, 0).Shuffle(shuffled.AsSpan());

        RelatedIndustriesResult first = Estimate(rows);
        RelatedIndustriesResult second = Estimate(shuffled);

        second.Industries.ShouldBe(first.Industries);
        Bits.Same(first.Similarity, second.Similarity).ShouldBeTrue();
        second.Scores.ShouldBe(first.Scores);
    }

    [Fact]
    public void Means_within_and_outside_and_the_score_are_those_of_the_similarities()
    {
        RelatedIndustriesResult result = Estimate(Planted(3, 4), new RelatedIndustriesOptions { Groups = 4 });
        int count = result.Industries.Count;
        int[] group = [.. result.Industries.Select(row => row.Group)];
        double Mean(IEnumerable<int> left, Func<int, bool> right) => left.SelectMany(i => Enumerable.Range(0, count)
            .Where(j => j != i && right(j)).Select(j => result.Similarity[(i * count) + j])).DefaultIfEmpty(double.NaN).Average();

        double passed = 0;
        for (int i = 0; i < count; i++)
        {
            double[] outside = [.. Enumerable.Range(1, 4).Where(g => g != group[i]).Select(g => Mean([i], j => group[j] == g)).Order()];
            double within = Mean([i], j => group[j] == group[i]);
            Bits.Close([result.Industries[i].Within, result.Industries[i].BestOutside], [within, outside[2]], relative: 1e-12).ShouldBeTrue();
            passed += (within > outside.Average() ? 1.0 : 0) + (within > outside[1] + (0.9 * (outside[2] - outside[1])) ? 1.0 : 0);
        }

        double passedByGroups = 0;
        for (int g = 1; g <= 4; g++)
        {
            int[] own = [.. Enumerable.Range(0, count).Where(i => group[i] == g)];
            double within = Mean(own, j => group[j] == g);
            double[] outside = [.. Enumerable.Range(1, 4).Where(h => h != g).Select(h => Mean(own, j => group[j] == h)).Order()];
            Bits.Close(
                [result.Groups[g - 1].Within, result.Groups[g - 1].Between, result.Groups[g - 1].BestOutside],
                [within, outside.Average(), outside[2]],
                relative: 1e-12).ShouldBeTrue();
            passedByGroups += (within > outside.Average() ? 1.0 : 0) + (within > outside[1] + (0.9 * (outside[2] - outside[1])) ? 1.0 : 0);
        }

        result.Scores.Single().Margin.ShouldBe(
            result.Industries.Average(row => double.IsNaN(row.Within) ? 0 : row.Within - row.BestOutside), tolerance: 1e-12);
        result.ValidationScore.ShouldBe(100 * ((passed / (2 * count)) + (passedByGroups / 8)) / 2, tolerance: 1e-10);
    }

    [Fact]
    public void Similarities_are_means_of_standard_scores() // so that their mean over pairs is 0
    {
        RelatedIndustriesResult result = Estimate(Planted(3, 4));

        result.Similarity.Where(value => !double.IsNaN(value)).Average().ShouldBe(0, tolerance: 1e-12);
        Enumerable.Range(0, 12).ShouldAllBe(i => double.IsNaN(result.Similarity[(i * 12) + i]));
    }

    [Fact]
    public void One_industry_two_industries_and_one_place_make_one_group_and_say_so()
    {
        Alone([.. Planted(1, 1)], "too-few-industries", 1);
        Alone([.. Planted(1, 2)], "too-few-industries", 2);
        Alone([.. Planted(3, 2).Select(row => row with { Place = "p" })], "no-variation", 6);

        static void Alone(Row[] rows, string note, int industries)
        {
            RelatedIndustriesResult result = Estimate(rows);

            result.Groups.Single().Industries.Count.ShouldBe(industries);
            result.Notes.Select(entry => entry.Code).ShouldContain(note);
            result.ValidationScore.ShouldBe(double.NaN);
            result.Industries.ShouldAllBe(row => double.IsNaN(row.Within));
            result.Scores.ShouldBeEmpty();
            result.ToTable().RowCount.ShouldBe(industries);
        }
    }

    [Fact]
    public void Industries_of_few_establishments_are_not_grouped_nor_named()
    {
        Row[] rows = [.. Planted(3, 4), .. Enumerable.Range(0, 4).Select(_ => new Row("p0", "secret", 10))];

        RelatedIndustriesResult result = Estimate(rows);

        result.Industries.ShouldAllBe(row => row.Industry != "secret" && row.Establishments >= SmallCells.LeastFirms);
        result.Notes.Single().Text.ShouldNotContain("secret");
        result.Notes.Single().Code.ShouldBe("small-industries");
        Estimate(rows, new RelatedIndustriesOptions { LeastEstablishments = 4 }).Industries.Select(row => row.Industry).ShouldContain("secret");
        RelatedIndustriesResult none = Estimate(rows, new RelatedIndustriesOptions { LeastEstablishments = 10_000 });
        none.Groups.ShouldBeEmpty();
        none.ToTable().RowCount.ShouldBe(0);
    }

    [Fact]
    public void Missing_employment_counts_as_the_median_and_missing_places_are_left_out()
    {
        Row[] rows = Planted(3, 4);
        double median = rows.Select(row => row.Workers).Order().ElementAt(0);
        Row[] equal = [.. rows.Select(row => row with { Workers = median })];
        Row[] gaps = [.. equal.Select((row, at) => at == 7 ? row with { Workers = double.NaN } : row), new Row("", "A0", 5), new Row("p0", "", 5)];

        RelatedIndustriesResult result = Estimate(gaps);

        result.Notes.Select(note => note.Code).ShouldBe(["left-out", "employment-filled"]);
        result.Industries.ShouldBe(Estimate(equal).Industries);
        RelatedIndustries.Estimate(
            [.. rows.Select(row => row.Place)], [.. rows.Select(row => row.Industry)], [],
            cancellationToken: TestContext.Current.CancellationToken).Groups.Count.ShouldBe(3);
    }

    [Fact]
    public void A_register_is_grouped_by_its_places()
    {
        Row[] rows = Planted(3, 4);
        FirmRegister firms = SampleRegisters.Of(
            [.. rows.Select(_ => 0.0)], [.. rows.Select(_ => 0.0)], [.. rows.Select(row => row.Industry)], [.. rows.Select(row => row.Workers)]);

        RelatedIndustries.Estimate(
            firms with { Places = [.. rows.Select(row => row.Place)] }, cancellationToken: TestContext.Current.CancellationToken)
            .Industries.ShouldBe(Estimate(rows).Industries);
        Should.Throw<ArgumentException>(() => RelatedIndustries.Estimate(firms, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Tables_hold_industries_groups_and_scores()
    {
        RelatedIndustriesResult result = Estimate(Planted(3, 4));

        result.ToTable().Columns.Select(column => column.Name)
            .ShouldBe(["industry", "n", "group", "within", "best_outside", "best_outside_group"]);
        result.ToGroups().Numbers("n").Sum().ShouldBe(Planted(3, 4).Length);
        result.ToScores().Numbers("groups").ShouldBe([2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Row[] rows = Planted(3, 2);

        Should.Throw<ArgumentException>(() => Estimate([]));
        Should.Throw<ArgumentException>(() => Estimate([.. rows.Select(row => row with { Workers = -1 })]));
        Should.Throw<ArgumentException>(() => Estimate(rows, new RelatedIndustriesOptions { Groups = 7 })).Message.ShouldContain("at most");
        Should.Throw<ArgumentOutOfRangeException>(() => Estimate(rows, new RelatedIndustriesOptions { LeastGroups = 5 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new RelatedIndustriesOptions { LeastGroups = 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RelatedIndustriesOptions { Groups = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RelatedIndustriesOptions { MostGroups = 1 });
        Should.Throw<ArgumentException>(() => RelatedIndustries.Estimate(
            ["a"], ["x", "y"], [], cancellationToken: TestContext.Current.CancellationToken));
        Should.Throw<ArgumentException>(() => RelatedIndustries.Estimate(
            ["a"], ["x"], [1, 2], cancellationToken: TestContext.Current.CancellationToken));
    }

    private static RelatedIndustriesResult Estimate(Row[] rows, RelatedIndustriesOptions? options = null) => RelatedIndustries.Estimate(
        [.. rows.Select(row => row.Place)],
        [.. rows.Select(row => row.Industry)],
        [.. rows.Select(row => row.Workers)],
        options,
        cancellationToken: TestContext.Current.CancellationToken);

    // Industry A2 is the third of group A. Nine in ten establishments stand in the places of the group.
    private static Row[] Planted(int groups, int members)
    {
        RandomStream stream = new(11, RandomPurpose.Example, groups, members);
        List<Row> rows = [];
        for (int group = 0; group < groups; group++)
        {
            for (int member = 0; member < members; member++)
            {
                for (int firm = 0; firm < 40; firm++)
                {
                    int place = stream.NextBool(0.9)
                        ? (group * PlacesPerGroup) + stream.NextInt(PlacesPerGroup)
                        : stream.NextInt(groups * PlacesPerGroup);
                    rows.Add(new Row($"p{place}", $"{(char)('A' + group)}{member}", 1 + stream.NextInt(50)));
                }
            }
        }

        return [.. rows];
    }

    private sealed record Row(string Place, string Industry, double Workers);
}
