namespace Karkhana.Methods.Econometrics;

/// <summary>A treated unit and a control that it was given.</summary>
/// <param name="Treated">The row of the treated unit in the sample, from 0.</param>
/// <param name="Round">The round in which it was matched, from 1.</param>
/// <param name="Control">The row of the control, from 0.</param>
/// <param name="Distance">How far apart they are on the scale of the score.</param>
public readonly record struct MatchedPair(int Treated, int Round, int Control, double Distance);
