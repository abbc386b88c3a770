using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers, the model that is held against them, and its category probabilities on a grid.</summary>
internal sealed class ModelledResponses
{
    private ModelledResponses(ItemModel model, CategoryResponses responses, ItemParameters parameters, LatentGrid grid)
    {
        Model = model;
        Responses = responses;
        Parameters = parameters;
        Grid = grid;
        Probabilities = [.. Enumerable.Range(0, parameters.Count).Select(item => Tabulate(model, parameters, item, grid))];
    }

    public ItemModel Model { get; }

    public CategoryResponses Responses { get; }

    /// <summary>Gets the parameters in the order of the items of the responses.</summary>
    public ItemParameters Parameters { get; }

    public LatentGrid Grid { get; }

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
        return new ModelledResponses(
            model, responses, parameters, LatentGrid.EquallySpaced(options.Nodes, options.Range, 0, options.LatentVariance));
    }

    /// <summary>Gives P(X = c | θ_q) over the nodes.</summary>
    public ReadOnlySpan<double> Curve(int item, int category) => Probabilities[item].AsSpan(category * Grid.Count, Grid.Count);

    /// <summary>Gives the respondents who answered every item.</summary>
    public int[] CompleteRows() => [.. Enumerable.Range(0, Responses.Respondents).Where(
        row => !Responses.Row(row).Contains(CategoryResponses.Missing))];

    /// <summary>Says how many respondents a statistic of complete answers leaves out.</summary>
    public IEnumerable<Note> IncompleteNote(int complete, string use)
    {
        if (complete < Responses.Respondents)
        {
            yield return new Note("incomplete-respondents", Severity.Information, FormattableString.Invariant(
                $"{Responses.Respondents - complete} of {Responses.Respondents} respondents left an item unanswered and were not used {use}."));
        }
    }

    /// <summary>Gives the scores that came with the answers, or the posterior means of θ; NaN where there is none.</summary>
    public double[] Scores(IReadOnlyList<double>? given, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (given is not null)
        {
            Require.SameLength(Responses.Respondents, given.Count, "score");
            return [.. given.Select(score => double.IsFinite(score) ? score : double.NaN)];
        }

        GridLikelihood likelihood = GridLikelihood.Of(Model, Parameters, Grid);
        return FilledRows.Compute(
            "scoring respondents", Responses.Respondents, 1,
            (row, values, place) =>
            {
                ReadOnlySpan<sbyte> answers = Responses.Row(row);
                Span<double> posterior = stackalloc double[Grid.Count];
                likelihood.Fill(answers, posterior);
                likelihood.Posterior(posterior);
                values[place] = answers.ContainsAnyExcept(CategoryResponses.Missing) ? Sums.Dot(posterior, Grid.Nodes) : double.NaN;
            },
            execution, cancellationToken).Values;
    }

    private static double[] Tabulate(ItemModel model, ItemParameters parameters, int item, LatentGrid grid)
    {
        int categories = parameters.Thresholds[item].Length + 1;
        double[] probability = new double[categories];
        double[] table = new double[categories * grid.Count];
        for (int q = 0; q < grid.Count; q++)
        {
            ResponseCurves.Probabilities(model, parameters, item, grid.Nodes[q], probability);
            for (int c = 0; c < categories; c++)
            {
                table[(c * grid.Count) + q] = probability[c];
            }
        }

        return table;
    }
}
