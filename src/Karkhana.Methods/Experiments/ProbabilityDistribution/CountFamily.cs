namespace Karkhana.Methods.Experiments;

/// <summary>A distribution of counts from a least to a greatest one, which may be infinite.</summary>
internal abstract class CountFamily(double least, double greatest) : DistributionFamily
{
    // What a sum of probabilities may miss its target by through rounding alone.
    private const double Slack = 1e-13;

    /// <summary>Gets the greatest count.</summary>
    protected double Greatest { get; } = greatest;

    public sealed override double LogDensity(double x) =>
        x == Math.Floor(x) && x >= least && x <= Greatest && !double.IsInfinity(x) ? LogMass(x) : double.NegativeInfinity;

    public sealed override LogTails Tails(double x) =>
        x < least ? LogTails.None : x >= Greatest ? LogTails.All : CountTails(Math.Floor(x));

    public sealed override double Quantile(double probability)
    {
        if (probability is 0 or 1)
        {
            return probability == 0 ? least : Greatest;
        }

        bool Reached(double count)
        {
            LogTails tails = Tails(count);
            return probability <= 0.5
                ? tails.Lower >= Math.Log(probability) - Slack
                : tails.Upper <= Math.Log(1 - probability) + Slack;
        }

        (double below, double reached) = (least - 1, least);
        for (double width = 1; !Reached(reached); width *= 2)
        {
            (below, reached) = (reached, Math.Min(Greatest, reached + width));
        }

        while (reached - below > 1)
        {
            double middle = Math.Floor(below + ((reached - below) / 2));
            (below, reached) = Reached(middle) ? (below, middle) : (middle, reached);
        }

        return reached;
    }

    /// <summary>Gives the logarithm of the probability of a count within the support.</summary>
    protected abstract double LogMass(double count);

    /// <summary>Gives the tails at a count from the least to below the greatest.</summary>
    protected abstract LogTails CountTails(double count);
}
