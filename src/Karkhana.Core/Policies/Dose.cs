namespace Karkhana.Core.Policies;

/// <summary>What full delivery of a policy does to one mechanism of a firm.</summary>
/// <param name="Target">The mechanism.</param>
/// <param name="Amount">How much, signed; a firm that receives the share d of full delivery is moved by d × amount.</param>
/// <param name="Scale">On the logarithm or on the value.</param>
public sealed record Dose(DoseTarget Target, double Amount, DoseScale Scale);
