namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Parameters in the order in which they were declared.</summary>
internal sealed class ParameterList
{
    private readonly List<Parameter> _all = [];

    public IReadOnlyList<Parameter> All => _all;

    public Parameter Punjab(string name, double value, string unit, string source) =>
        Add(new Parameter(name, value, unit, ParameterStatus.PublishedPunjab, source));

    public Parameter Elsewhere(string name, double value, string unit, string source) =>
        Add(new Parameter(name, value, unit, ParameterStatus.PublishedElsewhere, source));

    public Parameter Assumed(string name, double value, string unit, string reason) =>
        Add(new Parameter(name, value, unit, ParameterStatus.Assumption, reason));

    private Parameter Add(Parameter parameter)
    {
        _all.Add(parameter);
        return parameter;
    }
}
