using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class IntraclassCorrelationTests
{
    // Shrout and Fleiss 1979, table 2: six subjects, four judges.
    private static readonly double[][] Judges = [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]];

    private static readonly Gen<double[][]> Ratings =
        from raters in Gen.Int[2, 5]
        from subjects in Gen.Int[3, 12]
        from ratings in Gen.Int[0, 90].Select(x => x / 10.0).Array[subjects].Array[raters]
        where ratings.SelectMany(rater => rater).Distinct().Count() > 3
        select ratings;

    [Fact]
    public void The_six_forms_of_the_textbook_are_those_of_psych()
    {
        // R 4.2.2, psych 2.2.9: ICC(x, lmer = FALSE)$results; Shrout and Fleiss print .17, .29, .71, .44, .62, .91.
        IntraclassCorrelationResult result = Estimate(Judges);

        Bits.Close(result.Forms.Select(form => form.Estimate).ToArray(),
            [0.165741768405476, 0.289763779527559, 0.714840714840715, 0.442797133679269, 0.620050547598989, 0.909315542377069], relative: 1e-13).ShouldBeTrue();
        Bits.Close(result.Forms.Select(form => form.Low).ToArray(),
            [-0.1329323248747509, 0.0187865133747120, 0.3424647650339254, -0.8844421552381190, 0.0711368153025035, 0.6756747138163047], relative: 1e-12).ShouldBeTrue();
        Bits.Close(result.Forms.Select(form => form.High).ToArray(),
            [0.722560062328121, 0.761084369648953, 0.945858259955360, 0.912415420340776, 0.927232040167722, 0.985891678169062], relative: 1e-12).ShouldBeTrue();
        result.Forms[0].Statistic.ShouldBe(1.79467849223947, tolerance: 1e-13);
        result.Forms[0].PValue.ShouldBe(0.164768808344639611, tolerance: 1e-13);
        result.Forms[1].PValue.ShouldBe(0.000134566516484337, tolerance: 1e-15);
        result.Forms[1].Degrees2.ShouldBe(15);
        result.Forms.Select(form => form.Type).First().ShouldBe("one-way-single");
    }

    [Fact]
    public void Two_raters_who_differ_by_one_agree_in_order_but_not_in_level()
    {
        // Subjects 1, 2, 3 and 2, 3, 4: B = 2, J = 1.5, E = 0, W = 0.5.
        IntraclassCorrelationResult result = Estimate([[1, 2, 3], [2, 3, 4]]);

        result.Forms[0].Estimate.ShouldBe((2 - 0.5) / (2 + 0.5), tolerance: 1e-14);
        result.Forms[1].Estimate.ShouldBe(2 / (2 + (2 * 1.5 / 3)), tolerance: 1e-14);
        result.Forms[2].Estimate.ShouldBe(1);
        result.Forms[2].Low.ShouldBe(1);
        result.Forms[2].PValue.ShouldBe(0);
    }

    [Fact]
    public void A_common_change_of_unit_and_the_order_do_not_matter() => Ratings.Sample(ratings =>
    {
        IntraclassCorrelationResult result = Estimate(ratings);
        IntraclassCorrelationResult moved = Estimate([.. ratings.Reverse().Select(rater => rater.Reverse().Select(x => 50 - (4 * x)).ToArray())]);
        return Bits.Close(Numbers(result), Numbers(moved), relative: 1e-7);
    });

    [Fact]
    public void The_mean_of_raters_is_as_reliable_as_Spearman_and_Brown_say() => Ratings.Sample(ratings =>
    {
        double k = ratings.Length;
        IntraclassForm[] forms = [.. Estimate(ratings).Forms];
        return Enumerable.Range(0, 3).All(i => forms[i].Estimate < -0.9 / (k - 1)
            || Bits.Close([forms[i + 3].Estimate], [k * forms[i].Estimate / (1 + ((k - 1) * forms[i].Estimate))], relative: 1e-9));
    });

    [Fact]
    public void Limits_hold_the_estimate_and_widen_with_the_coverage() => Ratings.Sample(ratings =>
    {
        IntraclassForm[] forms = [.. Estimate(ratings).Forms];
        IntraclassForm[] wide = [.. Estimate(ratings, new() { Confidence = 0.99 }).Forms];
        return new[] { 0, 2, 3, 5 }.All(i => forms[i].Low <= forms[i].Estimate + 1e-9 && forms[i].High >= forms[i].Estimate - 1e-9
            && wide[i].Low <= forms[i].Low + 1e-9 && wide[i].High >= forms[i].High - 1e-9);
    });

    [Fact]
    public void A_subject_with_a_gap_is_left_out_and_counted()
    {
        double[][] gaps = [.. Judges.Select(judge => judge.Append(5.0).ToArray())];
        gaps[2][6] = double.NaN;

        IntraclassCorrelationResult result = Estimate(gaps);

        Bits.Same(Numbers(result), Numbers(Estimate(Judges))).ShouldBeTrue();
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 7 ");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0.1)]
    public void Ratings_that_are_all_the_same_have_none(double constant)
    {
        IntraclassCorrelationResult result = Estimate([[constant, constant, constant], [constant, constant, constant]]);

        result.Forms.ShouldAllBe(form => double.IsNaN(form.Estimate) && double.IsNaN(form.Low));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variation");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([[1, 2, 3]])).Message.ShouldContain("two raters; it had 1");
        Should.Throw<ArgumentException>(() => Estimate([[1, double.NaN], [1, 2]])).Message.ShouldContain("two subjects whom every rater rated; it had 1");
        Should.Throw<ArgumentException>(() => Estimate([[1, 2], [1]]));
        Should.Throw<ArgumentException>(() => IntraclassCorrelation.Estimate(
            new RaterTable(["a", "b"], [[0, 1], [1, 0]]) { AreNumbers = false }, cancellationToken: TestContext.Current.CancellationToken));
    }

    private static double[] Numbers(IntraclassCorrelationResult result) => [.. result.Forms.SelectMany(form =>
        new[] { form.Estimate, form.Statistic, form.Degrees1, form.Degrees2, form.PValue, form.Low, form.High })];

    private static IntraclassCorrelationResult Estimate(double[][] raters, IntraclassCorrelationOptions? options = null) => IntraclassCorrelation.Estimate(
        new RaterTable([.. raters.Select((_, i) => $"r{i}")], raters), options, cancellationToken: TestContext.Current.CancellationToken);
}
