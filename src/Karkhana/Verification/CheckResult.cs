namespace Karkhana.Verification;

/// <summary>The result of one check of a reference case.</summary>
/// <param name="Case">The id of the case: <c>spatial/m_paracou</c>.</param>
/// <param name="Number">The position of the check in its case, from 1.</param>
/// <param name="Measure">The id of the measure.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">What differed, first difference first; empty when it passed.</param>
public sealed record CheckResult(string Case, int Number, string Measure, CheckOutcome Outcome, string Message)
{
    /// <summary>Gets the id of the check: <c>spatial/m_paracou#3</c>.</summary>
    public string Id => FormattableString.Invariant($"{Case}#{Number}");
}
