namespace Karkhana.Methods.Concentration;

/// <summary>What a number on a pair of industries is called.</summary>
/// <param name="Table">The snake_case name of the table.</param>
/// <param name="Label">The label of the column.</param>
/// <param name="Description">One sentence.</param>
internal sealed record PairQuantity(string Table, string Label, string Description);
