using Karkhana.Core.Execution;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How far the answers to an item lie from its curve: mean squares at given scores, and the distance of the
/// curves.</summary>
internal sealed class ResidualFit(ModelledResponses modelled, double[] scores, double[] posteriorCounts)
{
    /// <summary>Adds up, over respondents, the posterior at each node by item and answer.</summary>
    public static double[] PosteriorCounts(ModelledResponses modelled, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        ReplicateEngine.Local.Execute(new PosteriorCountsJob(modelled), execution, cancellationToken).Values;

    /// <summary>Gives infit and outfit of an item over the respondents with an answer and a score.</summary>
    public FitMeanSquares MeanSquares(int item)
    {
        FitMeanSquares squares = default;
        Span<double> probability = stackalloc double[modelled.Responses.CategoryCount(item)];
        for (int row = 0; row < scores.Length; row++)
        {
            sbyte category = modelled.Responses.Row(row)[item];
            if (category != CategoryResponses.Missing && !double.IsNaN(scores[row]))
            {
                ResponseCurves.Probabilities(modelled.Model, modelled.Parameters, item, scores[row], probability);
                squares.Add(category, CategoryMoments.Of(probability));
            }
        }

        return squares;
    }

    /// <summary>Gives √(Σ_q w_q · mean over categories of (observed − expected probability)²).</summary>
    public double RootMeanSquareDeviation(int item)
    {
        int nodes = modelled.Grid.Count;
        int categories = modelled.Responses.CategoryCount(item);
        ReadOnlySpan<double> counts = posteriorCounts.AsSpan(item * modelled.MostCategories * nodes, categories * nodes);
        (double sum, double weights) = (0, 0);
        for (int q = 0; q < nodes; q++)
        {
            double all = 0;
            for (int c = 0; c < categories; c++)
            {
                all += counts[(c * nodes) + q];
            }

            for (int c = 0; c < categories && all > 0; c++)
            {
                double away = (counts[(c * nodes) + q] / all) - modelled.Curve(item, c)[q];
                sum += modelled.Grid.Weights[q] * away * away / categories;
            }

            weights += all > 0 ? modelled.Grid.Weights[q] : 0;
        }

        return weights > 0 ? Math.Sqrt(sum / weights) : double.NaN;
    }
}
