using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>How well each firm reaches the institutions of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Institutions">How many there are.</param>
/// <param name="Nearest">The distance to the nearest in kilometres, one per firm.</param>
/// <param name="Within">How many lie within the radius.</param>
/// <param name="Gravity">Σ exp(−d/δ) over all of them.</param>
public sealed record InstitutionReach(
    InstitutionKind Kind, int Institutions, IReadOnlyList<double> Nearest, IReadOnlyList<int> Within, IReadOnlyList<double> Gravity);
