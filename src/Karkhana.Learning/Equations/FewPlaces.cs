namespace Karkhana.Learning;

/// <summary>How findings are judged where places are few.</summary>
internal static class FewPlaces
{
    /// <summary>From so many places on errors that count them are relied on (framework 3.5 and 3.6).</summary>
    public const int Enough = 20;

    /// <summary>Gives the greatest of the p-values that are known; NaN when that of the estimate is not.</summary>
    /// <param name="estimate">That of the estimate.</param>
    /// <param name="ofPlaces">Those that turn or exchange whole places; NaN where there are places enough.</param>
    public static double PValue(double estimate, params ReadOnlySpan<double> ofPlaces)
    {
        foreach (double other in ofPlaces)
        {
            estimate = other > estimate ? other : estimate;
        }

        return estimate;
    }
}
