using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers, the model that is held against them, and its category probabilities on a grid.</summary>
internal sealed class ModelledResponses
{
    private readonly LatentPrior _prior;

    private ModelledResponses(ItemModel model, CategoryResponses responses, ItemParameters parameters, LatentPrior prior)
    {
        Model = model;
        Responses = responses;
        Parameters = parameters;
        _prior = prior;
        Probabilities = [.. Enumerable.Range(0, parameters.Count).Select(item => ResponseCurves.Tabulate(model, parameters, item, Grid))];
    }

    public ItemModel Model { get; }

    public CategoryResponses Responses { get; }

    /// <summary>Gets the parameters in the order of the items of the responses.</summary>
    public ItemParameters Parameters { get; }

    public LatentGrid Grid => _prior.Grid;

    /// <summary>Gets P(X = c | θ_q) by item, at place category × nodes + node.</summary>
    public double[][] Probabilities { get; }

    public int Items => Parameters.Count;

    public int MostCategories => Parameters.Thresholds.Max(steps => steps.Length) + 1;

    public static ModelledResponses Of(FittedResponses input, ItemModel model, GivenModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        (CategoryResponses responses, ItemParameters parameters) =
            CategoryResponses.Of(input.Responses, input.Parameters.For(model), options.LowestCategory);
        Require.That(responses.Respondents > 0, nameof(input.Responses), "must hold at least one respondent; they held none");
        return new ModelledResponses(model, responses, parameters, LatentPrior.Of(options, mean: 0, means: null));
    }

    /// <summary>Gives P(X = c | θ_q) over the nodes.</summary>
    public ReadOnlySpan<double> Curve(int item, int category) => Probabilities[item].AsSpan(category * Grid.Count, Grid.Count);

    /// <summary>Gives the scores that came with the answers, or the posterior means of θ; NaN where there is none.</summary>
    public double[] Scores(IReadOnlyList<double>? given, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (given is not null)
        {
            Require.SameLength(Responses.Respondents, given.Count, "score");
            return [.. given.Select(score => double.IsFinite(score) ? score : double.NaN)];
        }

        double[] means = ReplicateEngine.Local.Execute(
            new ItemResponseScoreJob(Responses, Parameters, _prior, new ItemResponseScoreOptions { Model = Model }),
            execution, cancellationToken).Column(0);
        return [.. means.Select((mean, row) => Responses.Row(row).ContainsAnyExcept(CategoryResponses.Missing) ? mean : double.NaN)];
    }
}
