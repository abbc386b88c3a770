namespace Karkhana.Methods.Psychometrics;

/// <summary>Draws from a posterior that is known at the nodes of an equally spaced grid.</summary>
/// <remarks>
/// Each node stands for the cell of width h around it, in which the draw is uniform: the inverse of a distribution
/// function that is linear between the midpoints of neighbouring nodes. Such draws have the mean of the posterior and
/// its variance v plus h²/12; they are therefore drawn towards the mean by √(v/(v + h²/12)), so that mean and variance
/// are those of the posterior. Holds the posterior of one respondent at a time.
/// </remarks>
internal sealed class PosteriorSampler(LatentGrid grid)
{
    private readonly double[] _cumulative = new double[grid.Count];
    private readonly double _spacing = grid.Nodes[1] - grid.Nodes[0];
    private double _shrinkage;

    /// <summary>Gets the mean of the posterior.</summary>
    public double Mean { get; private set; }

    /// <summary>Gets the variance of the posterior.</summary>
    public double Variance { get; private set; }

    /// <summary>Takes the posterior of a respondent.</summary>
    public void Take(ReadOnlySpan<double> posterior)
    {
        (Mean, Variance) = grid.Moments(posterior);
        _shrinkage = Math.Sqrt(Variance / (Variance + (_spacing * _spacing / 12)));
        double sum = 0;
        for (int q = 0; q < posterior.Length; q++)
        {
            sum += posterior[q];
            _cumulative[q] = sum;
        }
    }

    /// <summary>Gives the value below which a share of the posterior lies.</summary>
    /// <param name="share">A number in [0, 1), drawn uniformly.</param>
    public double Quantile(double share)
    {
        double sought = share * _cumulative[^1];
        int low = 0;
        int high = _cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _cumulative[middle] > sought ? (low, middle) : (middle + 1, high);
        }

        double below = low == 0 ? 0 : _cumulative[low - 1];
        double within = (sought - below) / (_cumulative[low] - below);
        double drawn = grid.Nodes[low] + (_spacing * (within - 0.5));
        return Mean + (_shrinkage * (drawn - Mean));
    }
}
