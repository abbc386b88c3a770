namespace Karkhana.Methods.Experiments;

/// <summary>Whether a limit of a box may have come by chance.</summary>
internal static class QuasiPValue
{
    /// <summary>Gives the chance of at least so many cases of interest among those in the box, if the density were that without
    /// the limit; NaN where there is no limit.</summary>
    /// <remarks>P(Binomial(mass, p) ≥ hits) = I_p(hits, mass − hits + 1). Source: Bryant and Lempert 2010,
    /// doi:10.1016/j.techfore.2009.08.002, appendix.</remarks>
    public static double Of(PeelStep box, (int Mass, int Hits) without)
    {
        if (box.Hits == 0)
        {
            return 1;
        }

        double density = (double)without.Hits / without.Mass;
        double rest = (double)(without.Mass - without.Hits) / without.Mass;
        return Math.Exp(LogTails.OfBeta(density, rest, box.Hits, box.Mass - box.Hits + 1.0).Lower);
    }
}
