namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>A tie between two firms of the register.</summary>
/// <param name="From">The firm that gives.</param>
/// <param name="To">The firm that receives.</param>
/// <param name="Kind">advice, subcontract or kinship.</param>
/// <param name="Value">The strength from 1 to 3.</param>
internal sealed record Tie(int From, int To, string Kind, int Value);
