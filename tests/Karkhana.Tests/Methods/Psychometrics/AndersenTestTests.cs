using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class AndersenTestTests
{
    private static readonly ItemParameters Five = ModelAnswers.Binary([-1, -0.5, 0, 0.5, 1]);

    [Fact]
    public void Twice_the_same_respondents_do_not_differ()
    {
        ItemResponses once = ModelAnswers.Draw(ItemModel.Rasch, Five, 80).Responses;
        ItemResponses twice = once with { Answers = [.. once.Answers.Select(answers => answers.Concat(answers).ToArray())] };

        AndersenTestResult result = Estimate(twice, AndersenSplit.Group, [.. Enumerable.Range(0, 160).Select(row => row < 80 ? "a" : "b")]);

        result.Statistic.ShouldBe(0, tolerance: 1e-8);
        result.PValue.ShouldBe(1, tolerance: 1e-8);
        result.DegreesOfFreedom.ShouldBe(4);
        result.Groups.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void The_statistic_is_twice_the_gain_of_separate_fits()
    {
        ItemResponses responses = ModelAnswers.Draw(ItemModel.Rasch, Five, 200).Responses;
        double[] scores = [.. Enumerable.Range(0, 200).Select(row => responses.Answers.Sum(answers => answers[row]))];
        double median = scores.Order().Skip(99).Take(2).Average();
        double low = LogLikelihood(row => scores[row] <= median);
        double high = LogLikelihood(row => scores[row] > median);

        AndersenTestResult result = Estimate(responses, AndersenSplit.Median);

        result.Statistic.ShouldBe(2 * (low + high - LogLikelihood(_ => true)), tolerance: 1e-8);
        Bits.Close(result.LogLikelihoods, [low, high], relative: 1e-12).ShouldBeTrue();
        result.PValue.ShouldBeInRange(0.001, 1);
        result.Groups.ShouldBe(["low", "high"]);

        double LogLikelihood(Func<int, bool> chosen) => ConditionalRaschModel.Estimate(
            responses with { Answers = [.. responses.Answers.Select(answers => answers.Where((_, row) => chosen(row)).ToArray())] },
            cancellationToken: Token).LogLikelihood;
    }

    [Fact]
    public void An_item_that_is_harder_for_one_group_is_found()
    {
        ItemResponses first = ModelAnswers.Draw(ItemModel.Rasch, Five, 300, 1).Responses;
        ItemResponses second = ModelAnswers.Draw(ItemModel.Rasch, ModelAnswers.Binary([-1, -0.5, 1.5, 0.5, 1]), 300, 2).Responses;
        ItemResponses both = first with { Answers = [.. first.Answers.Zip(second.Answers, (a, b) => a.Concat(b).ToArray())] };

        AndersenTestResult result = Estimate(both, AndersenSplit.Group, [.. Enumerable.Range(0, 600).Select(row => row < 300 ? "here" : "there")]);

        result.PValue.ShouldBeLessThan(1e-6);
        (result.Locations[5] - result.Locations[4]).ShouldBeGreaterThan(0.7); // the third item, there against here
    }

    [Fact]
    public void A_split_at_the_mean_and_another_model_can_be_asked_for()
    {
        ItemParameters three = new(["i1", "i2", "i3"], [1, 1, 1], [[-1, 0.5], [-0.3, 0.3], [-0.8, 1.5]], [0, 0, 0]);
        ItemResponses responses = ModelAnswers.Draw(ItemModel.PartialCredit, three, 600).Responses;

        AndersenTestResult result = AndersenTest.Estimate(
            new ItemResponseSample(responses), new() { Split = AndersenSplit.Mean, Model = ConditionalItemModel.PartialCredit }, cancellationToken: Token);

        result.DegreesOfFreedom.ShouldBe(5);
        result.Statistic.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Respondents_with_a_gap_are_left_out()
    {
        ItemResponses responses = ModelAnswers.Draw(ItemModel.Rasch, Five, 100).Responses;
        ItemResponses gap = responses with { Answers = [.. responses.Answers.Select((answers, item) => answers.Append(item == 0 ? double.NaN : 1).ToArray())] };

        Estimate(gap, AndersenSplit.Median).Statistic.ShouldBe(Estimate(responses, AndersenSplit.Median).Statistic);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        ItemResponses responses = ModelAnswers.Draw(ItemModel.Rasch, Five, 100).Responses;
        Should.Throw<ArgumentException>(() => Estimate(responses, AndersenSplit.Group)).Message.ShouldContain("role group");
        Should.Throw<ArgumentException>(() => Estimate(responses, AndersenSplit.Group, ["a"])).Message.ShouldContain("100 values");
        Should.Throw<ArgumentException>(() => Estimate(responses, AndersenSplit.Group, [.. Enumerable.Repeat("a", 100)])).Message.ShouldContain("two groups");
        Should.Throw<ArgumentException>(() => Estimate(ModelAnswers.Rows("1.", ".0", "0."), AndersenSplit.Median)).Message.ShouldContain("every item");
        Should.Throw<ArgumentException>(() => Estimate(ModelAnswers.Rows("100", "100", "010", "011", "110"), AndersenSplit.Median))
            .Message.ShouldContain("of group low");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static AndersenTestResult Estimate(ItemResponses responses, AndersenSplit split, string[]? groups = null) =>
        AndersenTest.Estimate(new ItemResponseSample(responses) { Groups = groups }, new() { Split = split }, cancellationToken: Token);
}
