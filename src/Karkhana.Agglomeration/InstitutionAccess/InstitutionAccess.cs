using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>How well each firm reaches the institutions of each kind.</summary>
public static class InstitutionAccess
{
    private const string Source = "Hansen 1959, doi:10.1080/01944365908978307";

    /// <summary>Computes the distance to the nearest, the number within a radius, and the gravity measure.</summary>
    /// <remarks>
    /// Gravity: A_i = Σ_k exp(−d_ik/δ) over the institutions k of a kind, each counting 1. Hansen wrote d^−α, which has no
    /// value where a firm stands beside the institution; the exponential has. Distances are straight lines on the study's
    /// projection, not roads. Cost: firms × (log institutions + institutions within 40 δ).
    /// Source: Hansen 1959, doi:10.1080/01944365908978307; framework 1.3, EE06.
    /// </remarks>
    /// <param name="input">The register, the sample and the institutions.</param>
    /// <param name="options">Radius and decay.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>One reach per kind that the study has; empty when it has no institutions.</returns>
    public static InstitutionAccessResult Estimate(
        RegisterSample input, InstitutionAccessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.Check();
        options ??= new InstitutionAccessOptions();
        List<InstitutionReach> kinds = [];
        foreach (InstitutionKind kind in Enum.GetValues<InstitutionKind>())
        {
            if (input.Institutions?.Kinds.Contains(kind) ?? false)
            {
                kinds.Add(Reach(input, input.Institutions, kind, options, cancellationToken));
            }
        }

        return new InstitutionAccessResult
        {
            Input = input,
            Kinds = kinds,
            Notes = kinds.Count > 0
                ? []
                : [new Note("no-institutions", Severity.Information, "The study has no table of institutions.")],
            Provenance = new Provenance(
                "agglomeration.institution-access",
                FormattableString.Invariant($"kilometres = {options.Kilometres}, decay_kilometres = {options.DecayKilometres}"),
                Source),
        };
    }

    private static InstitutionReach Reach(
        RegisterSample input,
        InstitutionTable institutions,
        InstitutionKind kind,
        InstitutionAccessOptions options,
        CancellationToken cancellationToken)
    {
        int[] members = [.. Enumerable.Range(0, institutions.Count).Where(i => institutions.Kinds[i] == kind)];
        PointLayer layer = new(institutions.X, institutions.Y, members);
        double[] ones = [.. Enumerable.Repeat(1.0, institutions.Count)];
        double reach = Math.Max(options.Kilometres, Decayed.Reach(options.DecayKilometres));
        double[] nearest = new double[input.Sample.Count];
        int[] within = new int[input.Sample.Count];
        double[] gravity = new double[input.Sample.Count];
        List<Neighbour> near = [];
        for (int i = 0; i < nearest.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double x, double y) = (input.Firms.X[input.Sample[i]], input.Firms.Y[input.Sample[i]]);
            nearest[i] = layer.MeanDistanceToNearest(x, y, 1, -1);
            layer.Around(x, y, reach, -1, near);
            within[i] = (int)Surroundings.Count(near, options.Kilometres);
            gravity[i] = Decayed.Sum(near, ones, options.DecayKilometres);
        }

        return new InstitutionReach(kind, members.Length, nearest, within, gravity);
    }
}
