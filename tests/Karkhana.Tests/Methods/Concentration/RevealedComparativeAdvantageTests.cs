using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class RevealedComparativeAdvantageTests
{
    [Fact]
    public void A_quotient_of_exactly_one_counts_and_one_below_does_not()
    {
        ActivityTable activity = ActivityTable.Of(
            ["a", "a", "b", "b", "c", "c"], ["x", "y", "x", "y", "x", "y"], [1, 1, 3, 3, 1, 3]);

        // Totals: x 5, y 7, a 2, b 6, c 4, all 12. LQ[a,x] = (1/2)/(5/12) = 1.2, LQ[a,y] = 6/7, LQ[c,x] = 0.6, LQ[c,y] = 9/7.
        RevealedComparativeAdvantageResult result = Estimate(activity);

        result.Values.ShouldBe([true, false, true, false, false, true]);
        result.Diversity.ShouldBe([1, 1, 1]);
        result.Ubiquity.ShouldBe([2, 1]);
        Estimate(activity, 1.2).Values[0].ShouldBeTrue();
        Estimate(activity, 1.2000001).Values[0].ShouldBeFalse();
    }

    [Fact]
    public void One_region_or_one_industry_has_the_mix_of_all()
    {
        Estimate(ActivityTable.Of(["a", "a"], ["x", "y"], [7, 11])).Values.ShouldBe([true, true]);
        Estimate(ActivityTable.Of(["a", "b"], ["x", "x"], [7, 11])).Values.ShouldBe([true, true]);
    }

    [Fact]
    public void Regions_and_industries_without_activity_are_named_in_notes()
    {
        RevealedComparativeAdvantageResult result = Estimate(ActivityTable.Of(["a", "b", "a"], ["x", "x", "y"], [3, 0, 0]));

        result.Values.ShouldBe([true, false, false, false]);
        result.Notes.Select(note => note.Code).ShouldBe(["empty-region", "empty-industry"]);
        result.Notes[0].Text.ShouldBe("Without any activity: 1 of 2 (b). They count as specialised in nothing.");
        Estimate(ActivityTable.Of(["a"], ["x"], [0])).Values.ShouldBe([false]);
    }

    [Fact]
    public void The_marks_are_those_of_exact_fractions_and_add_up_to_the_counts() => ActivityRows.All.Sample(rows =>
    {
        RevealedComparativeAdvantageResult result = Estimate(ActivityRows.Table(rows));
        long[][] matrix = ActivityRows.Matrix(rows);
        long all = matrix.Sum(row => row.Sum());
        bool[] twin = [.. matrix.SelectMany(row => row.Select((value, i) =>
            value > 0 && value * all >= row.Sum() * matrix.Sum(other => other[i])))];
        int marked = twin.Count(mark => mark);
        return result.Values.SequenceEqual(twin) && result.Diversity.Sum() == marked && result.Ubiquity.Sum() == marked;
    });

    [Fact]
    public void Order_scale_and_labels_change_nothing_and_a_higher_threshold_takes_marks_away() => ActivityRows.All.Sample(rows =>
    {
        IReadOnlyList<bool> marks = Estimate(ActivityRows.Table(rows)).Values;
        return marks.SequenceEqual(Estimate(ActivityRows.Table(rows.Reverse())).Values)
            && marks.SequenceEqual(Estimate(ActivityRows.Table(rows, scale: 3)).Values)
            && marks.Reverse().SequenceEqual(Estimate(ActivityRows.Turned(rows)).Values)
            && Estimate(ActivityRows.Table(rows), 1.5).Values.Zip(marks).All(pair => !pair.First || pair.Second);
    });

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(null!));
        foreach (double threshold in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Should.Throw<ArgumentException>(() => new RevealedComparativeAdvantageOptions { Threshold = threshold });
        }
    }

    private static RevealedComparativeAdvantageResult Estimate(ActivityTable activity, double threshold = 1) =>
        RevealedComparativeAdvantage.Estimate(
            activity, new RevealedComparativeAdvantageOptions { Threshold = threshold },
            cancellationToken: TestContext.Current.CancellationToken);
}
