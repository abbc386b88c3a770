using CsCheck;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ConditionalRaschModelTests
{
    private static readonly Gen<ItemResponses> Binary =
        from difficulties in Gen.Double[-1, 1].Array[3, 6]
        from replicate in Gen.Int[0, 10_000]
        select ModelAnswers.Draw(ItemModel.Rasch, ModelAnswers.Binary(difficulties), 150, replicate).Responses;

    private static readonly ItemParameters Three = new(
        ["i1", "i2", "i3"], [1, 1, 1], [[-1, 0.5], [-0.3, 0.3], [-0.8, 1.5]], [0, 0, 0]);

    [Fact]
    public void Two_items_are_worked_out_by_hand()
    {
        // 6 passed only the first, 2 only the second: b2 − b1 = ln 3 with variance 1/6 + 1/2; the others tell nothing.
        ConditionalRaschModelResult result = Estimate(ModelAnswers.Rows("10", "10", "10", "10", "10", "10", "01", "01", "11", "00"));

        Bits.Close(result.Location, [-Math.Log(3) / 2, Math.Log(3) / 2], relative: 1e-10).ShouldBeTrue();
        Bits.Close(result.StandardError, [Math.Sqrt(2.0 / 3) / 2, Math.Sqrt(2.0 / 3) / 2], relative: 1e-9).ShouldBeTrue();
        result.LogLikelihood.ShouldBe((6 * Math.Log(0.75)) + (2 * Math.Log(0.25)), tolerance: 1e-12);
        result.Parameters.ShouldBe(1);
        result.Respondents.ShouldBe(8);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 10 ");
    }

    [Fact]
    public void Elementary_symmetric_functions_add_over_all_answers() => Gen.Double[0.1, 2].Array[2, 3].Array[1, 5].Sample(weights =>
    {
        double[] gamma = ElementarySymmetric.Join(weights, 0, weights.Length, [1]);
        List<double[]> left = [.. weights.Select(_ => Array.Empty<double>())];
        ElementarySymmetric.LeaveOneOut(weights, 0, weights.Length, [1], (item, others) => left[item] = others);
        return Bits.Close(gamma, Enumerated(weights), relative: 1e-13)
            && Enumerable.Range(0, weights.Length).All(item => Bits.Close(
                left[item], Enumerated([.. weights.Where((_, other) => other != item)]), relative: 1e-13));
    });

    [Fact]
    public void Gradient_and_information_are_those_of_finite_differences() => Gen.Int[0, 500].Sample(replicate =>
    {
        ItemResponses drawn = ModelAnswers.Draw(ItemModel.PartialCredit, Three, 60, replicate).Responses;
        for (int row = 0; row < 20; row++)
        {
            drawn.Answers[row % 3][row] = double.NaN; // three patterns of missing answers beside the complete one
        }

        CategoryResponses coded = CategoryResponses.Of(drawn, Three, 0).Responses;
        (ScoreGroup[] groups, double[][] answers, _) = ScoreGroup.Of(coded, Enumerable.Range(0, 60), [2, 2, 2]);
        ConditionalLikelihood likelihood = new(groups, answers);
        Vector<double> at = Vector<double>.Build.Dense([0.2, -0.1, 0.4, 0, -0.6, 0.3]);
        (Vector<double> gradient, Matrix<double> information) = likelihood.Derivatives(at);
        const double Width = 1e-4;
        bool close = groups.Length == 4;
        for (int i = 0; i < at.Count; i++)
        {
            Vector<double> step = Vector<double>.Build.Dense(at.Count, place => place == i ? Width : 0);
            double slope = (likelihood.Value(at + step) - likelihood.Value(at - step)) / (2 * Width);
            Vector<double> curvature = (likelihood.Derivatives(at + step).Gradient - likelihood.Derivatives(at - step).Gradient) / (-2 * Width);
            close = close && Bits.Close([gradient[i]], [slope], relative: 1e-6)
                && Bits.Close([.. information.Row(i)], [.. curvature], relative: 1e-6);
        }

        return close;
    }, iter: 20);

    [Fact]
    public void Two_categories_are_the_same_in_all_models() => Binary.Where(Estimable).Sample(responses =>
    {
        ConditionalRaschModelResult rasch = Estimate(responses);
        return new[] { ConditionalItemModel.PartialCredit, ConditionalItemModel.RatingScale }.All(model =>
        {
            ConditionalRaschModelResult other = Estimate(responses, model);
            return Bits.Close(other.Location, rasch.Location, relative: 1e-8)
                && Bits.Close(other.StandardError, rasch.StandardError, relative: 1e-8)
                && other.Parameters == rasch.Parameters;
        });
    });

    [Fact]
    public void Order_and_extreme_respondents_do_not_matter() => Binary.Where(Estimable).Sample(responses =>
    {
        ConditionalRaschModelResult result = Estimate(responses);
        ItemResponses turned = new(
            [.. responses.Items.Reverse()],
            [.. responses.Answers.Reverse().Select(answers => answers.Reverse().Append(1).Append(0).ToArray())]);
        ConditionalRaschModelResult other = Estimate(turned);
        return Bits.Close(other.Location, [.. result.Location.Reverse()], relative: 1e-8)
            && Bits.Close([other.LogLikelihood], [result.LogLikelihood], relative: 1e-10)
            && Math.Abs(result.Location.Sum()) < 1e-12;
    });

    [Fact]
    public void Partial_credit_thresholds_are_recovered_and_the_rating_scale_nests_in_them()
    {
        ItemResponses responses = ModelAnswers.Draw(ItemModel.PartialCredit, Three, 4000).Responses;
        ConditionalRaschModelResult free = Estimate(responses, ConditionalItemModel.PartialCredit);
        ConditionalRaschModelResult equal = Estimate(responses, ConditionalItemModel.RatingScale);
        double centre = Three.Thresholds.SelectMany(steps => steps).Average();

        for (int item = 0; item < 3; item++)
        {
            for (int step = 0; step < 2; step++)
            {
                free.Thresholds[item][step].ShouldBe(Three.Thresholds[item][step] - centre, tolerance: 4 * free.ThresholdStandardErrors[item][step]);
            }

            (equal.Thresholds[item][1] - equal.Thresholds[item][0]).ShouldBe(equal.Thresholds[0][1] - equal.Thresholds[0][0], tolerance: 1e-10);
        }

        (free.Parameters, equal.Parameters).ShouldBe((5, 3));
        equal.LogLikelihood.ShouldBeLessThan(free.LogLikelihood);
        free.Notes.ShouldAllBe(note => note.Code == "extreme-scores");
    }

    [Fact]
    public void An_item_may_lack_the_highest_category_in_the_rating_scale_model()
    {
        ItemResponses responses = ModelAnswers.Draw(ItemModel.PartialCredit, Three, 300).Responses;
        responses.Answers[1].AsSpan().Replace(2, 1);

        ConditionalRaschModelResult result = Estimate(responses, ConditionalItemModel.RatingScale);

        result.Thresholds[1].Length.ShouldBe(2);
        result.Notes.ShouldAllBe(note => note.Code == "extreme-scores");
    }

    [Fact]
    public void Two_hundred_items_do_not_overflow()
    {
        double[] difficulties = [.. Enumerable.Range(0, 200).Select(item => (item / 50.0) - 1.99)];
        ItemResponses responses = ModelAnswers.Draw(ItemModel.Rasch, ModelAnswers.Binary(difficulties), 250, deviation: 0.8).Responses;

        ConditionalRaschModelResult result = Estimate(responses);

        result.Notes.ShouldBeEmpty();
        result.Location.ShouldAllBe(location => double.IsFinite(location));
        result.Location.Zip(difficulties, (estimate, truth) => Math.Pow(estimate - truth, 2)).Average().ShouldBeLessThan(0.06);
    }

    [Fact]
    public void Answers_that_were_not_given_drop_out_of_their_group_alone()
    {
        // Half of the respondents saw only the items 1 and 2, half only 2 and 3: two pairs, each worked out as above.
        string[] first = ["10.", "10.", "10.", "01."];
        string[] second = [".10", ".10", ".01"];

        ConditionalRaschModelResult result = Estimate(ModelAnswers.Rows([.. first, .. second]));

        (result.Location[1] - result.Location[0]).ShouldBe(Math.Log(3), tolerance: 1e-9);
        (result.Location[2] - result.Location[1]).ShouldBe(Math.Log(2), tolerance: 1e-9);
    }

    [Fact]
    public void Items_that_nobody_tells_apart_have_no_estimate_and_are_named()
    {
        // Whoever passed the third or fourth item passed both others: their distance is without bound.
        ConditionalRaschModelResult result = Estimate(ModelAnswers.Rows("1000", "0100", "1110", "1101"));

        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("not-converged");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Refused(["12", "21", "11"], ConditionalItemModel.Rasch, "0, 1, 2");
        Refused(["02", "20", "10"], ConditionalItemModel.PartialCredit, "without a gap");
        Refused(["012", "120", "201"], ConditionalItemModel.Rasch, "0 or 1");
        Refused(["10", "10", "00"], ConditionalItemModel.Rasch, "i1 does not vary");
        Refused(["11", "00"], ConditionalItemModel.Rasch, "does not vary");
        Refused(["1", "0"], ConditionalItemModel.Rasch, "i1 does not vary");
        Refused(["00", "21", "01", "10", "01", "10"], ConditionalItemModel.PartialCredit, "i1 lacks 2");
        Refused(["..", ".."], ConditionalItemModel.Rasch, "no answer");

        static void Refused(string[] rows, ConditionalItemModel model, string words) =>
            Should.Throw<ArgumentException>(() => Estimate(ModelAnswers.Rows(rows), model)).Message.ShouldContain(words);
    }

    private static ConditionalRaschModelResult Estimate(ItemResponses responses, ConditionalItemModel model = ConditionalItemModel.Rasch) =>
        ConditionalRaschModel.Estimate(responses, new() { Model = model }, cancellationToken: TestContext.Current.CancellationToken);

    private static bool Estimable(ItemResponses responses) =>
        responses.Answers.All(answers => answers.Average() is > 0.15 and < 0.85);

    private static double[] Enumerated(double[][] weights)
    {
        double[] gamma = new double[weights.Sum(own => own.Length - 1) + 1];
        Visit(0, 0, 1);
        return gamma;

        void Visit(int item, int score, double product)
        {
            if (item == weights.Length)
            {
                gamma[score] += product;
                return;
            }

            for (int c = 0; c < weights[item].Length; c++)
            {
                Visit(item + 1, score + c, product * weights[item][c]);
            }
        }
    }
}
