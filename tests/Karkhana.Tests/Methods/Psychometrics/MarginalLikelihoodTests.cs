using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class MarginalLikelihoodTests
{
    private static readonly Gen<double[]> Row = Gen.Double[-5, 5].Array[12];

    public static TheoryData<string> Settings() =>
    [
        "rasch", "two-parameter", "two-parameter equal", "three-parameter", "graded", "graded equal", "partial-credit",
        "generalised-partial-credit", "graded hermite", "graded priors", "generalised-partial-credit priors",
        "three-parameter priors", "graded groups", "partial-credit groups", "graded groups free", "graded covariates",
        "rasch covariates groups weights", "graded missing weights",
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_log_likelihood_is_the_plain_sum_over_respondents(string setting)
    {
        (ItemResponseSample sample, ItemResponseModelOptions options) = Setting(setting);
        (EstimationData data, MarginalProblem problem) = ItemResponseModel.Pose(sample, options, null, TestContext.Current.CancellationToken);
        double[] parameters = Away(problem, options);

        double fast = problem.Evaluate(parameters).LogLikelihood;

        fast.ShouldBe(Plain(data, problem, options, parameters), tolerance: 1e-10 * Math.Abs(fast));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Gradient_and_information_are_the_differences_of_the_likelihood(string setting)
    {
        (ItemResponseSample sample, ItemResponseModelOptions options) = Setting(setting);
        (_, MarginalProblem problem) = ItemResponseModel.Pose(sample, options, null, TestContext.Current.CancellationToken);
        double[] parameters = Away(problem, options);
        const double Step = 1e-4;

        MarginalInformation information = problem.Inform(problem.Evaluate(parameters));

        Matrix<double> observed = information.Observed;
        for (int k = 0; k < parameters.Length; k++)
        {
            (double low, Vector<double> before) = At(problem, parameters, k, -Step);
            (double high, Vector<double> after) = At(problem, parameters, k, Step);
            information.Gradient[k].ShouldBe((high - low) / (2 * Step), tolerance: 2e-5 * (1 + Math.Abs(information.Gradient[k])), $"gradient {k}");
            Vector<double> expected = (before - after) / (2 * Step);
            for (int j = 0; j < parameters.Length; j++)
            {
                observed[j, k].ShouldBe(expected[j], tolerance: 2e-5 * (1 + Math.Abs(expected[j])), $"information {j}, {k}");
            }
        }
    }

    [Fact]
    public void Every_lane_has_the_bits_of_the_scalar_twin() => Gen.Select(Row, Row, Gen.Double[-3, 3]).Sample((target, row, factor) =>
    {
        double[] added = [.. target];
        double[] scaled = [.. target];
        double[] product = new double[row.Length];
        NodeVectors.Add(added, row);
        NodeVectors.AddScaled(scaled, row, factor);
        NodeVectors.Multiply(target, row, product);
        return Bits.Same(added, [.. target.Zip(row, (a, b) => a + b)])
            && Bits.Same(scaled, [.. target.Zip(row, (a, b) => a + (b * factor))])
            && Bits.Same(product, [.. target.Zip(row, (a, b) => a * b)]);
    });

    [Fact]
    public void Outer_products_have_the_bits_of_the_scalar_twin() => Gen.Int[1, 11].SelectMany(width => Gen.Double[-5, 5].Array[4 * width]).Sample(vectors =>
    {
        int width = vectors.Length / 4;
        double[] matrix = [.. Enumerable.Range(0, width * width).Select(i => (double)i)];
        double[] twin = [.. matrix];
        NodeVectors.AddOuterProducts(matrix, vectors);
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double Product(int vector) => vectors[(vector * width) + j] * vectors[(vector * width) + i];
                twin[(i * width) + j] += (Product(0) + Product(1)) + (Product(2) + Product(3));
            }
        }

        return Bits.Same(matrix, twin);
    });

    [Fact]
    public void Equal_rows_are_one_pattern_and_the_posterior_adds_to_one()
    {
        ItemResponseSample sample = ItemResponseSamples.Counted(("01", 3), ("11", 2), ("0.", 4), ("10", 1));
        (_, MarginalProblem problem) = ItemResponseModel.Pose(
            sample, new() { Model = ItemModel.TwoParameter }, null, TestContext.Current.CancellationToken);

        MarginalPoint point = problem.Evaluate([1, 0, 1, 0]);

        problem.Patterns.Count.ShouldBe(4);
        problem.Patterns.Weights.ShouldBe([3, 2, 4, 1]);
        for (int pattern = 0; pattern < 4; pattern++)
        {
            problem.Posterior.Row(pattern).ToArray().Sum().ShouldBe(1, tolerance: 1e-14);
        }

        point.Counts.Sum().ShouldBe(16, tolerance: 1e-12); // answers: 2 · 6 + 4
    }

    private static (double Objective, Vector<double> Gradient) At(MarginalProblem problem, double[] parameters, int k, double by)
    {
        double[] moved = [.. parameters];
        moved[k] += by;
        MarginalPoint point = problem.Evaluate(moved);
        return (point.Objective, problem.Inform(point).Gradient);
    }

    // Not at a maximum, where wrong terms could cancel.
    private static double[] Away(MarginalProblem problem, ItemResponseModelOptions options)
    {
        double[] parameters = StartingValues.Of(problem, options);
        return [.. parameters.Select((value, k) => value + (0.05 * ((k % 3) - 1)))];
    }

    private static double Plain(EstimationData data, MarginalProblem problem, ItemResponseModelOptions options, double[] parameters)
    {
        double[][] instances = problem.Layout.Expand(parameters);
        double sum = 0;
        for (int row = 0; row < data.Rows.Length; row++)
        {
            int cell = data.CellsOfAll[row];
            int group = data.CellGroups[cell];
            LatentNormal normal = problem.Layout.Population.At(cell, parameters);
            ItemParameters items = new(
                data.Responses.Items,
                [.. data.Responses.Items.Select((_, item) => instances[problem.Layout.InstanceOf(item, group)][0])],
                [.. data.Responses.Items.Select((_, item) => ThresholdForm.Thresholds(
                    options.Model, instances[problem.Layout.InstanceOf(item, group)], data.Responses.CategoryCount(item)))],
                [.. data.Responses.Items.Select((_, item) => options.Model == ItemModel.ThreeParameter
                    ? ResponseCurves.Logistic(instances[problem.Layout.InstanceOf(item, group)][2]) : 0)]);
            LatentGrid grid = options.Quadrature == Quadrature.GaussHermite
                ? LatentGrid.GaussHermite(options.Nodes)
                : LatentGrid.EquallySpaced(options.Nodes, options.Range, normal.Mean, 1 / normal.Precision);
            GridLikelihood likelihood = GridLikelihood.Of(options.Model, items, grid);
            double[] logs = new double[grid.Count];
            likelihood.Fill(data.Responses.Row(row), logs);
            sum += data.Weights[row] * likelihood.Posterior(logs);
        }

        return sum;
    }

    private static (ItemResponseSample Sample, ItemResponseModelOptions Options) Setting(string setting)
    {
        string[] words = setting.Split(' ');
        ItemModel model = Enum.Parse<ItemModel>(words[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        bool priors = words.Contains("priors");
        return (Sample(model, words), new ItemResponseModelOptions
        {
            Model = model,
            EqualSlopes = words.Contains("equal"),
            Quadrature = words.Contains("hermite") ? Quadrature.GaussHermite : Quadrature.EquallySpaced,
            PriorSlope = priors ? 0.5 : null,
            PriorThreshold = priors ? 2 : null,
            PriorGuessing = priors ? 0.5 : null,
            FreeItems = words.Contains("free") ? ["q2", "q4"] : [],
        });
    }

    private static ItemResponseSample Sample(ItemModel model, string[] words)
    {
        bool binary = model is ItemModel.Rasch or ItemModel.TwoParameter or ItemModel.ThreeParameter;
        bool covariates = words.Contains("covariates");
        RandomStream stream = new(2, RandomPurpose.Example, 0);
        ItemResponseSample sample = ItemResponseSamples.Draw(binary ? ItemModel.TwoParameter : ItemModel.Graded, 60, 5, binary ? 1 : 3);
        return (words.Contains("missing") ? sample.Map((_, answer) => stream.NextBool(0.3) ? double.NaN : answer) : sample) with
        {
            Groups = words.Contains("groups") ? [.. Enumerable.Range(0, 60).Select(row => row % 3 == 0 ? "b" : "a")] : null,
            Weights = words.Contains("weights") ? [.. Enumerable.Range(0, 60).Select(row => 0.5 + (row % 4))] : null,
            CovariateNames = covariates ? ["size", "age"] : [],
            Covariates = covariates ? [Draws(stream), Draws(stream)] : [],
        };
    }

    private static double[] Draws(RandomStream stream) => [.. Enumerable.Range(0, 60).Select(_ => 10 + (3 * stream.NextGaussian()))];
}
