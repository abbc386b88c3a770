using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The normal distribution of θ before the answers are seen: one for all, or a mean for each respondent.</summary>
internal sealed class LatentPrior
{
    private const double Covered = 4; // standard deviations that the grid should hold on both sides of the mean

    private readonly IReadOnlyList<double>? _means;
    private readonly double _mean;

    public LatentPrior(LatentGrid grid, double mean, double variance, IReadOnlyList<double>? means)
    {
        (Grid, _mean, Variance, _means) = (grid, mean, variance, means);
    }

    /// <summary>Gets the grid, weighted by the distribution that all respondents share.</summary>
    public LatentGrid Grid { get; }

    /// <summary>Gets the variance.</summary>
    public double Variance { get; }

    /// <summary>Makes the prior on an equally spaced grid.</summary>
    public static LatentPrior Of(ScoredResponses input, GivenPriorOptions options)
    {
        if (input.PriorMeans is { } means)
        {
            Require.SameLength(input.Responses.Respondents, means.Count, nameof(input.PriorMeans));
            _ = means.Count == 0 ? means : Require.Finite(means, nameof(input.PriorMeans));
        }

        return Of(options, options.LatentMean, input.PriorMeans);
    }

    /// <summary>Makes a prior that all respondents share unless they have means of their own.</summary>
    public static LatentPrior Of(GivenModelOptions options, double mean, IReadOnlyList<double>? means) => new(
        LatentGrid.EquallySpaced(options.Nodes, options.Range, mean, options.LatentVariance), mean, options.LatentVariance, means);

    /// <summary>Gives the mean of a respondent.</summary>
    public double Mean(int respondent) => _means is null ? _mean : _means[respondent];

    /// <summary>Gives the weights of the nodes for a respondent; <paramref name="room"/> may be used to hold them.</summary>
    public ReadOnlySpan<double> Weights(int respondent, Span<double> room)
    {
        if (_means is null)
        {
            return Grid.Weights;
        }

        LatentGrid.FillNormalWeights(Grid.Nodes, _means[respondent], Variance, room);
        return room;
    }

    /// <summary>Counts the respondents whose prior reaches beyond the grid.</summary>
    public int CutOff(int respondents)
    {
        double reach = Covered * Math.Sqrt(Variance);
        double end = Grid.Nodes[^1];
        return Enumerable.Range(0, respondents).Count(respondent => Math.Abs(Mean(respondent)) + reach > end);
    }
}
