using CsCheck;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class HierarchicalOmegaTests
{
    [Fact]
    public void Three_blocks_with_a_general_factor_are_worked_out_by_hand()
    {
        // Group factors load 0.9, 0.8 and 0.7 on the general one; item loadings times these are the general loadings.
        Matrix<double> r = FactorData.Correlations(FactorData.ThreeBlocks(), FactorData.SecondOrder(0.9, 0.8, 0.7));
        double[] general = [0.72, 0.63, 0.54, 0.6, 0.52, 0.4, 0.49, 0.42, 0.385];
        double[] loadings = [0.8, 0.7, 0.6, 0.75, 0.65, 0.5, 0.7, 0.6, 0.55];
        double total = r.ToRowMajorArray().Sum();

        HierarchicalOmegaResult result = Estimate(FactorData.Exact(r, 80));

        Bits.Close(result.GeneralLoadings, general, relative: 1e-6).ShouldBeTrue();
        result.OmegaHierarchical.ShouldBe(Math.Pow(general.Sum(), 2) / total, tolerance: 1e-6);
        result.OmegaTotal.ShouldBe(1 - (loadings.Sum(loading => 1 - (loading * loading)) / total), tolerance: 1e-8);
        result.OmegaLimit.ShouldBe(result.OmegaHierarchical / result.OmegaTotal);
        result.SecondOrderLoadings.Order().Zip([0.7, 0.8, 0.9]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        result.GroupLoadings.Cast<double>().Max().ShouldBe(0.7 * Math.Sqrt(1 - 0.49), tolerance: 1e-6);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Factors_that_contradict_one_general_factor_leave_it_undefined_with_a_note()
    {
        // Correlations 0.8, 0.8 and 0.4: the first group factor would load √(0.8·0.8/0.4) = 1.26.
        Matrix<double> factors = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.8, 0.8 }, { 0.8, 1, 0.4 }, { 0.8, 0.4, 1 } });

        HierarchicalOmegaResult result = Estimate(FactorData.Exact(FactorData.Correlations(FactorData.ThreeBlocks(), factors), 80));

        result.OmegaHierarchical.ShouldBe(double.NaN);
        result.OmegaLimit.ShouldBe(double.NaN);
        result.GeneralLoadings.ShouldAllBe(loading => double.IsNaN(loading));
        double.IsFinite(result.OmegaTotal).ShouldBeTrue();
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("second-order-heywood-case");
    }

    [Fact]
    public void Neither_units_nor_order_matter()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(FactorData.ThreeBlocks(), FactorData.SecondOrder(0.9, 0.8, 0.7)), 80);
        HierarchicalOmegaResult result = Estimate(answers);
        Gen.Int[1, 50].Array[9].Sample(
            units =>
            {
                HierarchicalOmegaResult moved = Estimate(
                    [.. answers.Select((item, i) => item.Reverse().Select(answer => (units[i] * answer) - i).ToArray()).Reverse()]);
                return Bits.Close([.. moved.GeneralLoadings.Reverse()], result.GeneralLoadings, relative: 1e-5)
                    && Bits.Close([moved.Alpha], [result.Alpha], relative: 1e-9);
            },
            iter: 20);
    }

    [Fact]
    public void Items_that_load_against_the_others_are_named()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(FactorData.ThreeBlocks(), FactorData.SecondOrder(0.9, 0.8, 0.7)), 80);
        answers[4] = [.. answers[4].Select(answer => -answer)];

        HierarchicalOmegaResult result = Estimate(answers);

        result.GeneralLoadings[4].ShouldBe(-0.52, tolerance: 1e-6);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("i5 ");
    }

    [Fact]
    public void Uncorrelated_items_have_no_factors_to_speak_of()
    {
        HierarchicalOmegaResult result = Estimate(FactorData.Exact(Matrix<double>.Build.DenseIdentity(7), 20));

        result.OmegaHierarchical.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldContain("fewer-factors");
    }

    [Fact]
    public void Too_little_to_go_by_and_wrong_calls_are_refused()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5, 0.4), 20);

        Should.Throw<ArgumentException>(() => Estimate(answers)).Message.ShouldContain("3 with 5 items");
        Should.Throw<ArgumentException>(() => Estimate(answers[..2])).Message.ShouldContain("at least 3 items");
        Should.Throw<ArgumentException>(() => Estimate([.. answers, [.. Enumerable.Repeat(1.0, 20)]])).Message.ShouldContain("vary");
        Should.Throw<ArgumentOutOfRangeException>(() => new HierarchicalOmegaOptions { GroupFactors = 2 });
        Should.Throw<ArgumentOutOfRangeException>(() => new HierarchicalOmegaOptions { Starts = 0 });
    }

    private static HierarchicalOmegaResult Estimate(double[][] answers) => HierarchicalOmega.Estimate(
        FactorData.Of(answers), cancellationToken: TestContext.Current.CancellationToken);
}
