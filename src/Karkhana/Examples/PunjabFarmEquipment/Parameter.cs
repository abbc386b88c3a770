namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>A number that the generator uses, with what is known about it; parameters.csv lists all.</summary>
/// <param name="Name">The name in snake_case.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Status">Whether it was published, and where.</param>
/// <param name="Source">The source, or why the value was assumed.</param>
internal sealed record Parameter(string Name, double Value, string Unit, ParameterStatus Status, string Source)
{
    /// <summary>Gets the value as a whole number.</summary>
    public int Whole => (int)Value;

    public static implicit operator double(Parameter parameter) => parameter.Value;
}
