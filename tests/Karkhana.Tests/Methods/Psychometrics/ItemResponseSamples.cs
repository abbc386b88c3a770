using Karkhana.Benchmarks.Psychometrics;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Tests.Methods.Psychometrics;

/// <summary>Answers drawn from models, for the tests of their estimation.</summary>
internal static class ItemResponseSamples
{
    public static ItemResponseSample Draw(ItemModel model, int respondents, int items, int steps, ulong seed = 1)
    {
        RandomStream stream = new(seed, RandomPurpose.Example, 0);
        bool unit = model is ItemModel.Rasch or ItemModel.PartialCredit;
        return new ItemResponseSample(SimulatedAnswers.Draw(
            model, SimulatedAnswers.Items(items, steps, unit), SimulatedAnswers.Latent(respondents, stream), stream));
    }

    public static ItemResponseSample Of(params double[][] answers) =>
        new(new ItemResponses([.. answers.Select((_, item) => $"q{item + 1}")], answers));

    /// <summary>Makes one row per respondent from counted patterns: "01" × 3.</summary>
    public static ItemResponseSample Counted(params (string Answers, int Count)[] patterns)
    {
        string[] rows = [.. patterns.SelectMany(pattern => Enumerable.Repeat(pattern.Answers, pattern.Count))];
        return Of([.. Enumerable.Range(0, rows[0].Length).Select(
            item => rows.Select(row => row[item] == '.' ? double.NaN : row[item] - '0').ToArray())]);
    }

    public static ItemResponseSample Rows(this ItemResponseSample sample, IEnumerable<int> rows)
    {
        int[] order = [.. rows];
        return new ItemResponseSample(sample.Responses with
        {
            Answers = [.. sample.Responses.Answers.Select(answers => order.Select(row => answers[row]).ToArray())],
        })
        {
            Groups = sample.Groups is null ? null : [.. order.Select(row => sample.Groups[row])],
            Weights = sample.Weights is null ? null : [.. order.Select(row => sample.Weights[row])],
            CovariateNames = sample.CovariateNames,
            Covariates = [.. sample.Covariates.Select(values => order.Select(row => values[row]).ToArray())],
        };
    }

    public static ItemResponseSample Map(this ItemResponseSample sample, Func<int, double, double> change) => sample with
    {
        Responses = sample.Responses with
        {
            Answers = [.. sample.Responses.Answers.Select((answers, item) => answers.Select(answer => change(item, answer)).ToArray())],
        },
    };

    public static ItemResponseModelResult Fit(
        this ItemResponseSample sample, ItemResponseModelOptions options, int workers = 1) =>
        ItemResponseModel.Estimate(sample, options, new ExecutionOptions { Workers = workers });

    public static ItemResponseModelResult Fit(this ItemResponseSample sample, ItemModel model) =>
        sample.Fit(new ItemResponseModelOptions { Model = model });

    public static double[] Estimates(this ItemResponseModelResult result) => [.. result.Terms.Select(term => term.Estimate)];
}
