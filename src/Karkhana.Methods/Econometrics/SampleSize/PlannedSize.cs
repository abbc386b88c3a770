namespace Karkhana.Methods.Econometrics;

/// <summary>The size of the sample of one plan.</summary>
/// <param name="Size">The firms needed; of a difference those of the first arm.</param>
/// <param name="Total">The firms needed in all.</param>
/// <param name="DesignEffect">How many times as many firms towns make necessary.</param>
/// <param name="Invited">The firms to invite at the response rate.</param>
/// <param name="Power">The power reached; NaN for a share.</param>
public sealed record PlannedSize(double Size, double Total, double DesignEffect, double Invited, double Power);
