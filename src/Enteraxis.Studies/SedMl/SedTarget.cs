using Enteraxis.Modelling.Models;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.SedMl;

/// <summary>The quantity of a model that a target or symbol names.</summary>
internal static class SedTarget
{
    internal const string Time = "time";

    /// <summary>The model's name of it; <see cref="Time"/> for the clock.</summary>
    /// <exception cref="InputException">Nothing of that name, or a symbol that is not supported.</exception>
    internal static string NameIn(Model model, string target, string symbol)
    {
        string kind = symbol[(symbol.LastIndexOf(':') + 1)..];
        if (kind is "time" or "0000832" or "KISAO_0000832") return Time;
        SedPath path = SedPath.Parse(target);
        string id = path.Ids is [.., string last] ? last : throw new InputException($"the target '{Echo.Of(target, 200)}' names no id; write [@id='k'] in it.");
        string name = kind switch
        {
            "" => path.Attribute switch { "initialAmount" => $"amount({id})", "initialConcentration" => $"concentration({id})", _ => id },
            "amount" or "particleNumber" => $"amount({id})",
            "concentration" => $"concentration({id})",
            _ => throw new InputException($"the symbol '{Echo.Of(symbol)}' is not supported; time, amount and concentration are."),
        };
        if (model.Find(name) is not null) return name;
        if (model.Find(id) is not null) return id;
        if (path.IsLocal) throw new InputException($"'{Echo.Of(id)}' is a parameter within a reaction, which has no value of its own in a run; change it in the model instead.");
        throw new InputException($"the model '{model.Name}' has no quantity '{Echo.Of(id)}'.{NearestName.Hint(id, model.Names)}");
    }
}
