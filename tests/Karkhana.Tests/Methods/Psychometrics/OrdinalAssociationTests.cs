using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class OrdinalAssociationTests
{
    [Fact]
    public void A_table_of_two_by_two_is_worked_out_by_hand()
    {
        // 3·4 pairs in order, 2·1 reversed; rows tie 10 + 10, columns 6 + 15 of 45 pairs.
        OrdinalAssociationResult result = OrdinalAssociation.Estimate([3, 2, 1, 4], 2, 2);

        result.Concordant.ShouldBe(12);
        result.Discordant.ShouldBe(2);
        result.Gamma.ShouldBe(10 / 14.0);
        result.ReversedShare.ShouldBe(2 / 14.0);
        result.TauB.ShouldBe(10 / Math.Sqrt((45 - 20) * (45 - 21)), tolerance: 1e-15);
    }

    [Fact]
    public void Seven_pairs_have_the_tau_of_R()
    {
        // R 4.2.2: cor(x, y, method = "kendall").
        int[] x = [1, 2, 2, 3, 5, 4, 4];
        int[] y = [2, 1, 3, 3, 5, 5, 4];
        int[] counts = new int[25];
        foreach ((int a, int b) in x.Zip(y))
        {
            counts[((a - 1) * 5) + b - 1]++;
        }

        OrdinalAssociation.Estimate(counts, 5, 5).TauB.ShouldBe(0.789473684210526, tolerance: 1e-14);
    }

    [Fact]
    public void Pairs_are_those_counted_one_by_one() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Array[1, 20].Sample(units =>
    {
        int[] counts = new int[12];
        foreach ((int a, int b) in units)
        {
            counts[(a * 4) + b]++;
        }

        int[] signs = [.. units.SelectMany((left, i) => units.Skip(i + 1).Select(right => Math.Sign(left.Item1 - right.Item1) * Math.Sign(left.Item2 - right.Item2)))];
        OrdinalAssociationResult result = OrdinalAssociation.Estimate(counts, 3, 4);
        return result.Concordant == signs.Count(sign => sign > 0) && result.Discordant == signs.Count(sign => sign < 0);
    });

    [Fact]
    public void One_side_that_does_not_vary_has_no_order_and_wrong_tables_are_refused()
    {
        OrdinalAssociation.Estimate([3, 2], 1, 2).TauB.ShouldBe(double.NaN);
        OrdinalAssociation.Estimate([3, 2], 1, 2).Gamma.ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => OrdinalAssociation.Estimate([1, 2, 3], 2, 2));
        Should.Throw<ArgumentException>(() => OrdinalAssociation.Estimate([1, -2], 1, 2));
    }
}
