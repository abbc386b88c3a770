using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Points with the intensity of the process at each, and their window.</summary>
/// <param name="Pattern">Points and window; types and weights are not used.</param>
/// <param name="Intensities">Expected points per square unit at each point, above zero.</param>
public sealed record InhomogeneousPattern(WindowedPattern Pattern, double[] Intensities)
{
    /// <summary>Reads the inputs <c>points</c> and <c>window</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The pattern.</returns>
    public static InhomogeneousPattern Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new InhomogeneousPattern(WindowedPattern.Read(request), request.Table("points").CompleteNumbers("intensity"));
    }

    /// <summary>Refuses bad points, points outside and intensities that are not above zero.</summary>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Pattern);
        ArgumentNullException.ThrowIfNull(Intensities);
        Pattern.Check();
        Require.SameLength(Pattern.Points.Count, Intensities.Length, nameof(Intensities));
        int bad = Array.FindIndex(Intensities, intensity => !(intensity > 0 && double.IsFinite(intensity)));
        if (bad >= 0)
        {
            Require.That(false, nameof(Intensities), FormattableString.Invariant(
                $"must be finite and above zero; point {bad + 1} had {Intensities[bad]}"));
        }
    }
}
