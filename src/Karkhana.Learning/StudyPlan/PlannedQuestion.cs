namespace Karkhana.Learning;

/// <summary>The size of a sample by formula for one question.</summary>
/// <param name="Question"><c>share</c>, <c>difference</c> or <c>mediation</c>.</param>
/// <param name="Basis">What the design effect rests on: <c>independent firms</c>, or the construct and which end of its correlation.</param>
/// <param name="Size">Half the width of the interval, the difference, or the size of both paths, of true scores.</param>
/// <param name="Observed">The same as it shows in scores measured with error.</param>
/// <param name="DesignEffect">How many times as many firms places make necessary.</param>
/// <param name="Firms">The firms needed; of a difference those of each arm.</param>
/// <param name="Total">The firms needed in all.</param>
/// <param name="Invited">The firms to invite at the response rate.</param>
/// <param name="Power">The power reached; NaN for a share.</param>
public sealed record PlannedQuestion(
    string Question, string Basis, double Size, double Observed, double DesignEffect, double Firms, double Total, double Invited, double Power);
