using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;

namespace Karkhana.Scenarios;

/// <summary>What a calibration that did not see a place predicts of it.</summary>
/// <param name="Place">The place.</param>
/// <param name="Firms">Its firms in the model.</param>
/// <param name="Respondents">Those of them that answered, whose observables are known.</param>
/// <param name="Others">The firms that the calibration started from.</param>
/// <param name="Checks">A check for each observable that the firms of the place show.</param>
public sealed record HeldOutPlace(string Place, int Firms, int Respondents, int Others, IReadOnlyList<PredictiveCheck> Checks)
{
    /// <summary>Gives one row per observable.</summary>
    /// <returns>The table <c>hold_out_check</c>.</returns>
    public Table ToTable() => PredictiveCheck.ToTable("hold_out_check", Checks);
}
