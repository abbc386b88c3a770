namespace Karkhana.Methods.Econometrics;

/// <summary>The values of a moderator at which a slope differs from 0 at a given level.</summary>
/// <param name="Kind">Where it does.</param>
/// <param name="Low">The lower limit; NaN when there is none.</param>
/// <param name="High">The upper limit; NaN when there is none.</param>
public readonly record struct JohnsonNeymanRegion(RegionKind Kind, double Low, double High)
{
    /// <summary>Says whether the slope differs from 0 at a value.</summary>
    /// <param name="value">A value of the moderator.</param>
    /// <returns>Yes or no.</returns>
    public bool Holds(double value) => Kind switch
    {
        RegionKind.Nowhere => false,
        RegionKind.Everywhere => true,
        RegionKind.Inside => value > Low && value < High,
        _ => value < Low || value > High,
    };

    /// <summary>Solves (b + cw)² = t²(V_bb + 2wV_bc + w²V_cc) for w.</summary>
    /// <param name="slope">The slope at 0 and its change per unit of the moderator.</param>
    /// <param name="variance">The variance of the one, the covariance of both, the variance of the other.</param>
    /// <param name="critical">The critical value t.</param>
    /// <returns>The region.</returns>
    /// <remarks>Source: Johnson and Fay 1950, doi:10.1007/BF02288864; Bauer and Curran 2005, doi:10.1207/s15327906mbr4003_5.</remarks>
    public static JohnsonNeymanRegion Of((double Main, double Product) slope, (double Main, double Both, double Product) variance, double critical)
    {
        double t = critical * critical;
        double a = (slope.Product * slope.Product) - (t * variance.Product);
        double b = 2 * ((slope.Main * slope.Product) - (t * variance.Both));
        double c = (slope.Main * slope.Main) - (t * variance.Main);
        double discriminant = (b * b) - (4 * a * c);
        if (!double.IsFinite(discriminant) || discriminant <= 0 || a == 0)
        {
            bool far = a > 0 || (a == 0 && c > 0);
            return new JohnsonNeymanRegion(far ? RegionKind.Everywhere : RegionKind.Nowhere, double.NaN, double.NaN);
        }

        // The root of the greater size first, the other from their product, so that neither loses digits.
        double half = -0.5 * (b + (b >= 0 ? Math.Sqrt(discriminant) : -Math.Sqrt(discriminant)));
        (double first, double second) = (half / a, c / half);
        return new JohnsonNeymanRegion(a > 0 ? RegionKind.Outside : RegionKind.Inside, Math.Min(first, second), Math.Max(first, second));
    }
}
